export const id = 8667;
export const ids = [8667];
export const modules = {

/***/ 31130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vm: () => (/* binding */ contextOf),
  Jg: () => (/* binding */ hasQueries),
  ln: () => (/* binding */ mayAskParent),
  g8: () => (/* binding */ readOldPlans),
  V6: () => (/* binding */ readPreviewPlans),
  Yt: () => (/* binding */ strangersQueries)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/checks/check-plans.js + 3 modules
var check_plans = __webpack_require__(80493);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/checks/plans/named-parameters.js
/**
 * The script with `:name`, `:name!` (pgtyped), `@name`, `sqlc.arg(name)`, `sqlc.narg(name)` and `sqlc.slice(name)` as numbered
 * parameters; the same name has the same number. Undefined when there are none. Lines stay where they are.
 */
function withNumberedParameters(script, parser) {
    const tokens = parser.tokens(script);
    const numbers = new Map();
    let result = '';
    let end = 0;
    for (let index = 0; index < tokens.length; index += 1) {
        const found = parameterAt(tokens, index);
        if (tokens[index]?.text === ';')
            numbers.clear();
        if (found === undefined)
            continue;
        const number = numbers.get(found.name) ?? numbers.size + 1;
        numbers.set(found.name, number);
        // pgtyped's `IN :ids` is one parameter that stands for a whole list.
        const isList = tokens[index - 1]?.text.toLowerCase() === 'in';
        result += script.slice(end, found.start) + (isList ? `($${number})` : `$${number}`);
        end = found.end;
        index += found.length - 1;
    }
    return end === 0 ? undefined : result + script.slice(end);
}
function parameterAt(tokens, index) {
    const token = tokens[index];
    if (token?.text === ':' || token?.text === '@')
        return marked(tokens, index);
    return token?.text.toLowerCase() === 'sqlc' ? macro(tokens, index) : undefined;
}
/** The sign stands directly before the name: `a[1 : n]` and `@ -5` are something else. */
function marked(tokens, index) {
    const [sign, name, required] = tokens.slice(index, index + 3);
    if (sign === undefined || name?.start !== sign.end || !isName(name.text))
        return undefined;
    const before = tokens[index - 1];
    if (sign.text === ':' && before?.end === sign.start && before.text !== '(')
        return undefined;
    const isRequired = sign.text === ':' && required?.text === '!' && required.start === name.end;
    const end = isRequired ? required.end : name.end;
    return { name: name.text, start: sign.start, end, length: isRequired ? 3 : 2 };
}
function macro(tokens, index) {
    const [first, dot, kind, open, name, close] = tokens.slice(index, index + 6);
    if (first === undefined || name === undefined || close?.text !== ')')
        return undefined;
    if (dot?.text !== '.' || open?.text !== '(' || !/^(n?arg|slice)$/i.test(kind?.text ?? ''))
        return undefined;
    const plain = name.text.replaceAll("'", '');
    return isName(plain) ? { name: plain, start: first.start, end: close.end, length: 6 } : undefined;
}
function isName(text) {
    return /^[a-z_][a-z0-9_]*$/i.test(text);
}

// EXTERNAL MODULE: ./build/checks/plans/query.js
var query = __webpack_require__(69443);
;// CONCATENATED MODULE: ./build/checks/plans/query-files.js
/** Queries from `.sql` files: Prisma's TypedSQL, sqlc, pgtyped, or a plain list of statements. */





const largestFile = 1_000_000;
const mostQueries = 5000;
/** @throws UserError where a path is not there, or lies outside */
async function readQueryFiles(asked) {
    const request = { ...asked, workspace: await (0,promises_.realpath)(asked.workspace) };
    const listed = await Promise.all(request.paths.map((path) => filesAt(request, path)));
    const files = [...new Set(listed.flat())].toSorted();
    const parts = [];
    for (const file of files)
        parts.push(await readQueryFile(file, request));
    const queries = parts.flatMap((part) => part.queries);
    const leftOut = parts.flatMap((part) => part.leftOut);
    if (queries.length <= mostQueries)
        return { queries, leftOut };
    const reason = `${queries.length - mostQueries} queries more than ${mostQueries}`;
    return {
        queries: queries.slice(0, mostQueries),
        leftOut: [...leftOut, { subject: 'query files', reason }],
    };
}
/** Symbolic links are not followed: what they lead to need not be the repository's. */
async function filesAt({ directory, workspace }, path) {
    const full = await (0,promises_.realpath)((0,external_node_path_.resolve)(directory, path)).catch(() => undefined);
    if (full === undefined)
        throw new errors/* UserError */.yo(`Input \`queries\`: there is no file or folder "${path}".`, {
            hint: `It is looked for in ${directory}; check out the project first.`,
        });
    const inside = (0,external_node_path_.relative)(workspace, full);
    if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`))
        throw new errors/* UserError */.yo(`Input \`queries\`: "${path}" lies outside the workspace.`);
    if ((await (0,promises_.stat)(full)).isFile())
        return [full];
    const entries = await (0,promises_.readdir)(full, { withFileTypes: true, recursive: true });
    return entries
        .filter((entry) => entry.isFile() && /\.sql$/i.test(entry.name))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
}
async function readQueryFile(path, { workspace, parser }) {
    const file = (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/');
    const { size } = await (0,promises_.stat)(path);
    if (size > largestFile)
        return { queries: [], leftOut: [{ subject: file, reason: `larger than ${largestFile} bytes` }] };
    const text = await (0,promises_.readFile)(path, 'utf8');
    return cutQueries({ file, text: text.replace(/^\uFEFF/, '') }, parser);
}
/** The statements of one file. A file that cannot be read, and a statement without a plan, is left out and told. */
function cutQueries({ file, text }, parser) {
    const isNamed = /@name\s|^\s*--\s*name:/im.test(text);
    const numbered = isNamed || parser.parse(text).kind !== 'parsed' ? withNumberedParameters(text, parser) : undefined;
    const script = numbered ?? text;
    const parsed = parser.parse(script);
    if (parsed.kind === 'syntax-error')
        return { queries: [], leftOut: [{ subject: file, reason: `cannot be read: ${parsed.message}` }] };
    const queries = [];
    const leftOut = [];
    let end = 0;
    for (const [index, statement] of parsed.statements.entries()) {
        const comment = script.slice(end, statement.start);
        end = statement.end;
        if ((0,query/* hasPlan */.k3)(statement))
            queries.push(fileQuery({ file, index, statement, comment, parser }));
        else
            leftOut.push({
                subject: `${file}:${statement.line}`,
                reason: `${(0,query/* kindWords */.Gk)(statement.kind)} has no plan`,
            });
    }
    const named = nameByFile(queries, parsed.statements.length, file);
    return { queries: named, leftOut };
}
function fileQuery({ file, index, statement, comment, parser }) {
    const tokens = parser.tokens(statement.text);
    const { line, text } = statement;
    return {
        id: `${file}#${index + 1}`,
        name: nameIn(comment) ?? `${file}:${line}`,
        text,
        shown: (0,query/* shownText */.f$)(tokens),
        parameters: (0,query/* parameterCount */.F9)(tokens),
        isRead: (0,query/* isRead */.H9)(statement),
        source: { kind: 'file', file, line },
    };
}
/** `-- name: getUser :one` of sqlc, and pgtyped's `@name getUser` in a block comment. */
function nameIn(comment) {
    const found = [...comment.matchAll(/^\s*--\s*name:\s*([\w.-]+)|\/\*[\s*]*@name\s+([\w.-]+)/gim)].at(-1);
    return found?.[1] ?? found?.[2];
}
/** A file with one statement is that query, as in TypedSQL: the file's name is the query's. */
function nameByFile(queries, statements, file) {
    if (statements > 1)
        return queries;
    return queries.map((query) => (query.name.startsWith(`${file}:`) ? { ...query, name: file } : query));
}

// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(91212);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
;// CONCATENATED MODULE: ./build/checks/plans/top-queries.js
/** What production runs, by pg_stat_statements. */






const longestText = 100_000;
const longestName = 60;
/** Needs pg_read_all_stats to see other roles' statements; what cannot be had is a reason, not an error. */
async function readTopQueries(session, request) {
    try {
        return await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => readRows(session, request));
    }
    catch (thrown) {
        const reason = refusal(thrown);
        if (reason === undefined)
            throw thrown;
        return { kind: 'unknown', reason };
    }
}
async function readRows(session, { count, parser }) {
    const place = await extensionPlace(session);
    if (place === undefined)
        return { kind: 'unknown', reason: 'the extension pg_stat_statements is not in the parent database' };
    const rows = await session.query(topQuery(place.schema), [count, longestText]);
    const since = place.hasInfo ? await readSince(session, place.schema) : undefined;
    return judgeRows(rows, { parser, since });
}
function refusal(thrown) {
    const state = (0,sqlstate/* sqlStateOf */.v9)(thrown);
    if (state === sqlstate/* sqlState */.cn.insufficientPrivilege)
        return 'the role may not read pg_stat_statements';
    if (state === sqlstate/* sqlState */.cn.objectNotReady)
        return 'pg_stat_statements is not loaded there (shared_preload_libraries)';
    if (state === sqlstate/* sqlState */.cn.undefinedColumn)
        return 'pg_stat_statements is too old there (ALTER EXTENSION pg_stat_statements UPDATE)';
    if (state === sqlstate/* sqlState */.cn.queryCanceled)
        return 'reading pg_stat_statements took too long';
    return undefined;
}
async function extensionPlace(session) {
    const [row] = await session.query(`
SELECT n.nspname AS schema,
       EXISTS (SELECT FROM pg_catalog.pg_class c
                WHERE c.relnamespace = n.oid AND c.relname = 'pg_stat_statements_info') AS has_info
  FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname = 'pg_stat_statements'`);
    return row === undefined ? undefined : { schema: (0,postgres_row/* text */.Qq)(row, 'schema'), hasInfo: row.has_info === true };
}
/** Comments may stand before the first word; what is no SELECT, INSERT, … has no plan and does not count as a call. */
const firstWord = String.raw `^(\s|\(|--[^\n]*\n|/\*([^*]|\*[^/])*\*/)*(select|insert|update|delete|merge|with|values|table)\M`;
/** One row a query, whoever runs it, without those that ask the catalog: they are tools, not the app. Top-level statements only: what functions run has its plan in the function. */
function topQuery(schema) {
    return String.raw `
WITH counted AS (
  SELECT s.queryid, pg_catalog.min(s.query) AS query, pg_catalog.sum(s.calls) AS calls,
         pg_catalog.sum(s.total_exec_time) AS total
    FROM ${(0,identifier/* quoteIdentifier */.C)(schema)}.pg_stat_statements s
   WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
     AND s.toplevel AND s.calls > 0
   GROUP BY s.queryid
)
SELECT queryid::text AS id, pg_catalog.left(query, $2) AS query, calls::text AS calls, total::text AS total,
       pg_catalog.sum(calls) OVER ()::text AS all_calls
  FROM counted
 WHERE queryid IS NULL
    OR (query ~* '${firstWord.replaceAll("'", "''")}' AND query !~* '\m(pg_catalog|information_schema)\.')
 ORDER BY total DESC, queryid
 LIMIT $1`;
}
async function readSince(session, schema) {
    const [row = {}] = await session.query(`SELECT pg_catalog.to_char(i.stats_reset AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
       FROM ${(0,identifier/* quoteIdentifier */.C)(schema)}.pg_stat_statements_info i`);
    return (0,postgres_row/* optionalText */.mR)(row, 'since');
}
/** Rows of other roles come without id, with `<insufficient privilege>` as their text. */
function judgeRows(rows, { parser, since }) {
    const visible = rows.filter((row) => row.id !== null);
    if (visible.length === 0)
        return rows.length === 0
            ? { kind: 'unknown', reason: 'pg_stat_statements has counted nothing in that database yet' }
            : { kind: 'unknown', reason: 'the role may not see the statements of others (pg_read_all_stats)' };
    const queries = [];
    const leftOut = visible.length === rows.length
        ? []
        : [{ subject: 'statements of other roles', reason: 'not visible without pg_read_all_stats' }];
    for (const row of visible) {
        const query = readRow(row, parser);
        if (query === undefined)
            leftOut.push({
                subject: `query ${(0,postgres_row/* text */.Qq)(row, 'id')}`,
                reason: 'cannot be read as a statement with a plan',
            });
        else
            queries.push(query);
    }
    return { kind: 'read', queries, leftOut, since };
}
/** Undefined for what Postgres accepts as normalised text but not as SQL (`interval $1`), or has cut. */
function readRow(row, parser) {
    const parsed = parser.parse((0,postgres_row/* text */.Qq)(row, 'query'));
    const [statement, second] = parsed.kind === 'parsed' ? parsed.statements : [];
    if (statement === undefined || second !== undefined || !(0,query/* hasPlan */.k3)(statement))
        return undefined;
    const tokens = parser.tokens(statement.text);
    const shown = (0,query/* shownText */.f$)(tokens);
    const calls = (0,postgres_row/* numeric */.sH)(row, 'calls');
    return {
        id: `statistics#${(0,postgres_row/* text */.Qq)(row, 'id')}`,
        name: (0,visible_text/* cutEnd */.ym)(shown, longestName),
        text: statement.text,
        shown,
        parameters: (0,query/* parameterCount */.F9)(tokens),
        isRead: (0,query/* isRead */.H9)(statement),
        source: {
            kind: 'statistics',
            usage: {
                calls,
                share: calls / Math.max(calls, (0,postgres_row/* numeric */.sH)(row, 'all_calls')),
                meanMs: (0,postgres_row/* numeric */.sH)(row, 'total') / calls,
            },
        },
    };
}

// EXTERNAL MODULE: ./build/migrations/sql-parser.js
var sql_parser = __webpack_require__(57962);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(93211);
// EXTERNAL MODULE: ./build/actions/readable-uri.js
var readable_uri = __webpack_require__(92969);
;// CONCATENATED MODULE: ./build/actions/plan-basis.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/** The old side of a comparison of query plans: which queries there are, and what their plans were. */










const typedSqlFolder = 'prisma/sql';
/** Files and folders to read; TypedSQL's own where nothing is said. */
function queryPaths(job, { queries, workingDirectory }) {
    if (queries.length > 0)
        return queries;
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,project_place/* projectDirectory */.t6)(job, workingDirectory), typedSqlFolder)) ? [typedSqlFolder] : [];
}
/** Whether there is anything to compare. */
function hasQueries(job, inputs) {
    return inputs.topQueries > 0 || queryPaths(job, inputs).length > 0;
}
/** @throws UserError or ExternalError when the query files or the database cannot be read */
async function readOldPlans(request) {
    const files = await readFiles(request.job, request.inputs);
    return { kind: 'read', old: await askOld(request, files) };
}
async function readFiles(job, inputs) {
    return readQueryFiles({
        paths: queryPaths(job, inputs),
        directory: (0,project_place/* projectDirectory */.t6)(job, inputs.workingDirectory),
        workspace: job.workspace,
        parser: await parserOf(job),
    });
}
function parserOf(job) {
    return (0,sql_parser/* loadSqlParser */.O)((0,project_place/* wasmPaths */.$G)(job)?.sqlParser);
}
async function askOld(request, files) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { job, inputs, uri, hasRows, basis, isOurs, isSameRole } = request;
        const session = __addDisposableResource(env_1, await (0,check_plans/* openPlanSession */.mt)(uri, contextOf(job, inputs)), true);
        const top = await topQueries(request, session);
        const queries = [...files.queries, ...top.queries];
        const side = await (0,check_plans/* askOldPlans */.$f)(session, {
            uri,
            queries,
            hasRows,
            planTimeoutMs: inputs.planTimeout * 1000,
            totalMs: inputs.timeout * 1000,
            analyze: inputs.analyzeQueries && isOurs,
        });
        const leftOut = [...files.leftOut, ...top.leftOut];
        return { side, queries, leftOut, notes: top.notes ?? [], basis, hasRows, isSameRole };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const none = { queries: [], leftOut: [] };
/** What production runs, from its own session: a branch's compute has counted nothing yet. */
async function topQueries({ job, inputs, uri, productionUri }, session) {
    if (inputs.topQueries === 0)
        return none;
    if (productionUri === undefined)
        return { ...none, notes: ['There is no parent whose pg_stat_statements could be asked.'] };
    if (productionUri === uri)
        return askTop(session, job, inputs);
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const production = __addDisposableResource(env_2, await (0,check_plans/* openPlanSession */.mt)(productionUri, contextOf(job, inputs)), true);
            return await askTop(production, job, inputs);
        }
        catch (e_2) {
            env_2.error = e_2;
            env_2.hasError = true;
        }
        finally {
            const result_2 = __disposeResources(env_2);
            if (result_2)
                await result_2;
        }
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        if (!(thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA))
            throw thrown;
        return { ...none, notes: [`Production's queries are not known: ${thrown.message}`] };
    }
}
async function askTop(session, job, inputs) {
    const top = await readTopQueries(session, { count: inputs.topQueries, parser: await parserOf(job) });
    if (top.kind === 'unknown')
        return { ...none, notes: [`Production's queries are not known: ${top.reason}.`] };
    const since = top.since === undefined ? '' : `, counted since ${top.since}`;
    return { ...top, notes: [`With ${top.queries.length} of production's queries${since}.`] };
}
function contextOf(job, inputs) {
    return { log: job.log, signal: job.signal, timeoutMs: inputs.timeout * 1000 };
}
/**
 * Planning evaluates stable functions, and estimates tell of the data: what a stranger wrote is not planned on production
 * in a run that has its secrets.
 */
function mayAskParent(job, isRestricted) {
    return !isRestricted || job.event.isUnprivileged;
}
const strangersQueries = {
    kind: 'unknown',
    reason: "the queries of another repository's pull request are not planned on the parent branch",
};
/** As the schema's comparison does: a fresh branch is asked itself, an adopted one is compared with its parent's head. */
async function readPreviewPlans(request) {
    const { job, inputs, created, isFresh } = request;
    const parent = created.branch.parent?.name;
    if (!isFresh && parent === undefined)
        return { kind: 'unknown', reason: 'the branch has no parent' };
    if (!isFresh && !mayAskParent(job, request.isRestricted))
        return strangersQueries;
    const files = await filesOrMistake(job, inputs);
    if ('kind' in files)
        return files;
    try {
        return await askPreview(request, files);
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        const isTold = thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA;
        if (!isTold && (0,sqlstate/* sqlStateOf */.v9)(thrown) === undefined)
            throw thrown;
        return { kind: 'unknown', reason: (0,errors/* errorMessage */.gJ)(thrown) };
    }
}
/** A folder that is not there fails the stage about plans, not the one that makes the branch. */
async function filesOrMistake(job, inputs) {
    try {
        return await readFiles(job, inputs);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return { kind: 'mistaken', error: thrown };
        throw thrown;
    }
}
async function askPreview(request, files) {
    const { job, inputs, provider, created, isFresh } = request;
    const parent = created.branch.parent?.name;
    const parentUri = parent !== undefined && (!isFresh || needsParent(inputs)) ? await uriOf(request, parent) : undefined;
    const shared = { job, inputs, productionUri: inputs.productionUrl ?? parentUri };
    const isOurs = isFresh || parentUri === undefined;
    const old = isOurs
        ? {
            uri: created.connection.direct,
            hasRows: created.connection.hasParentData,
            isSameRole: true,
            basis: 'Planned on the branch before the migrations and after them.',
        }
        : {
            uri: parentUri,
            hasRows: true,
            isSameRole: provider.name === 'neon',
            basis: `Compared with the plans of ${parent} as it is now, since an earlier push had migrated the branch already.`,
        };
    return { kind: 'read', old: await askOld({ ...shared, ...old, isOurs }, files) };
}
function needsParent({ topQueries, productionUrl }) {
    return topQueries > 0 && productionUrl === undefined;
}
async function uriOf({ job, provider, inputs }, parent) {
    const branch = await provider.findBranch(parent);
    if (branch === undefined)
        throw new errors/* UserError */.yo(`the parent branch ${parent} is not there any more`);
    return (0,readable_uri/* readableUri */.J)({ job, provider, inputs, branch });
}


/***/ }),

/***/ 81587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ planInputs),
/* harmony export */   i: () => (/* binding */ planOutputs)
/* harmony export */ });
/* harmony import */ var _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30623);
/** The inputs about query plans, wherever they are compared. */

const planInputs = {
    queries: _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_({
        description: 'Files and folders of `.sql` queries whose plans are compared before and after the migrations (TypedSQL, sqlc, pgtyped or plain), relative to `working-directory`. Default: `prisma/sql` where it exists.',
    }),
    'top-queries': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: 'Also compare that many of the queries that cost production the most time, by `pg_stat_statements` of the parent branch, or of `production-url`. `0` = none.',
        default: '0',
        minimum: 0,
        maximum: 1000,
    }),
    'cost-factor': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: "Tell when a plan's cost grows by this factor.",
        default: '2',
        minimum: 2,
        maximum: 1_000_000,
    }),
    'min-cost': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: "Plans that cost less than that, in the planner's own unit, are not told by their cost.",
        default: '1000',
        minimum: 0,
        maximum: 2_147_483_647,
    }),
    'scan-row-threshold': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: 'Tables with fewer rows may be read whole. `0` = no table is small.',
        default: '10000',
        minimum: 0,
        maximum: 2_147_483_647,
    }),
    'lost-index-share': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd({
        description: "Percent of production's calls from which an index that its queries lose is an error, else it is a warning; needs `top-queries`.",
        default: '5',
        minimum: 0,
        maximum: 100,
    }),
    'plan-timeout': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0({
        description: 'Longest that one query may take to plan, and to run under `analyze-queries`.',
        default: '5s',
        maximum: '10m',
    }),
    'analyze-queries': _runtime_input_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM({
        description: 'Also run the SELECTs of `queries` that have no parameters, on the branch only, read-only and with a time limit, and tell how long they took.',
        default: 'false',
    }),
};
const planOutputs = {
    'plans-summary': 'What became of the plans in one line, such as `23 queries plan as before`.',
    'plans-path': 'The plans before and after as JSON (docs/schemas/query-plans.schema.json).',
};


/***/ }),

/***/ 94701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ tellPlans)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/checks/check-plans.js + 3 modules
var check_plans = __webpack_require__(80493);
;// CONCATENATED MODULE: ./build/checks/plans/plans-json.js
/** Texts come without literals. `null` = not known, or not there. */
function plansJson(check) {
    const document = {
        format: 'database-actions/query-plans',
        version: 1,
        basis: check.basis,
        notes: check.notes,
        areCostsComparable: check.areCostsComparable,
        queries: check.compared.map(queryJson),
        leftOut: check.leftOut,
        findings: check.findings,
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function queryJson({ query, change, measuredMs }) {
    const { id, name, shown, source } = query;
    return {
        id,
        name,
        sql: shown,
        source: source.kind === 'file' ? source : { kind: source.kind, ...source.usage },
        change: change.kind,
        refusal: 'sqlState' in change ? { sqlState: change.sqlState, message: change.message } : null,
        lostIndexes: change.kind === 'worse' ? change.lost.map(lostJson) : [],
        ...plansOf(change),
        measuredMs: { before: measuredMs.before ?? null, after: measuredMs.after ?? null },
    };
}
function lostJson({ index, relation, state }) {
    const { schema, name } = relation.root;
    return { table: { schema, name }, index: index.root, definition: index.definition, state };
}
/** A plan that did not change is told once, as `before`. */
function plansOf(change) {
    const before = 'before' in change ? nodeJson(change.before) : null;
    const after = 'after' in change && change.kind !== 'same' ? nodeJson(change.after) : null;
    return { before, after };
}
function nodeJson(node) {
    const { type, cost, rows, conditions, children } = node;
    return {
        type,
        join: node.join ?? null,
        relation: node.relation ?? null,
        alias: node.alias ?? null,
        index: node.index ?? null,
        cost,
        rows,
        conditions,
        subplan: node.subplan ?? null,
        children: children.map(nodeJson),
    };
}
const string = { type: 'string' };
const number = { type: 'number' };
const optionalString = { type: ['string', 'null'] };
const strings = { type: 'array', items: string };
function record(properties) {
    return { type: 'object', required: Object.keys(properties), properties };
}
function orNull(schema) {
    return { anyOf: [schema, { type: 'null' }] };
}
const relation = record({ schema: string, name: string });
const node = record({
    type: string,
    join: optionalString,
    relation: orNull(relation),
    alias: optionalString,
    index: optionalString,
    cost: { ...number, description: "In the planner's unit." },
    rows: number,
    conditions: strings,
    subplan: optionalString,
    children: { type: 'array', items: { $ref: '#/definitions/node' } },
});
const source = {
    anyOf: [
        record({ kind: { const: 'file' }, file: string, line: { type: 'integer', minimum: 1 } }),
        record({
            kind: { const: 'statistics' },
            calls: number,
            share: {
                type: 'number',
                minimum: 0,
                maximum: 1,
                description: 'Of all calls of statements with a plan.',
            },
            meanMs: number,
        }),
    ],
};
const query = record({
    id: string,
    name: string,
    sql: { ...string, description: 'Without comments and literals.' },
    source,
    change: { enum: ['same', 'changed', 'worse', 'better', 'lost', 'new', 'without plan', 'unanswered'] },
    refusal: orNull(record({ sqlState: string, message: string })),
    lostIndexes: {
        type: 'array',
        items: record({
            table: relation,
            index: string,
            definition: string,
            state: { enum: ['dropped', 'invalid', 'unused'] },
        }),
    },
    before: orNull({ $ref: '#/definitions/node' }),
    after: { ...orNull({ $ref: '#/definitions/node' }), description: 'Null where it is the same as before.' },
    measuredMs: record({ before: { type: ['number', 'null'] }, after: { type: ['number', 'null'] } }),
});
const finding = {
    type: 'object',
    required: ['rule', 'severity', 'subject', 'message'],
    properties: {
        rule: string,
        severity: { enum: ['error', 'warning', 'notice'] },
        subject: string,
        message: string,
        evidence: string,
        fix: string,
    },
};
/** JSON Schema (draft 7) of `plansJson`. */
function plansSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/query-plans.schema.json',
        title: 'Query plans of NeonHub Database Actions',
        description: 'Plans before and after. All text is untrusted: whoever shows it escapes it.',
        definitions: { node },
        ...record({
            format: { const: 'database-actions/query-plans' },
            version: { const: 1 },
            basis: string,
            notes: strings,
            areCostsComparable: { type: 'boolean' },
            queries: { type: 'array', items: query },
            leftOut: { type: 'array', items: record({ subject: string, reason: string }) },
            findings: { type: 'array', items: finding },
        }),
    };
}

// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
// EXTERNAL MODULE: ./build/checks/accepted-block.js
var accepted_block = __webpack_require__(94603);
;// CONCATENATED MODULE: ./build/checks/plans/plan-text.js
/** A plan for people, shorter than EXPLAIN's own text. */



const mostLines = 40;
const longestLine = 200;
/** One line a node, two columns deeper for each level; conditions below it. `hasCosts`: costs and rows mean something. */
function planText(plan, hasCosts) {
    const lines = linesOf(plan, hasCosts, 0);
    const more = lines.length - mostLines;
    return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${(0,quantity/* counted */.hS)(more, 'line')} more`] : [])].join('\n');
}
function linesOf(plan, hasCosts, depth) {
    const indent = '  '.repeat(depth);
    const numbers = hasCosts ? `  (cost ${(0,quantity/* formatCount */.B4)(plan.cost)}, ${(0,quantity/* counted */.hS)(plan.rows, 'row')})` : '';
    const name = plan.subplan === undefined ? '' : `${(0,visible_text/* prose */.CS)(plan.subplan)}: `;
    return [
        (0,visible_text/* cutEnd */.ym)(`${indent}${name}${nodeWords(plan)}${numbers}`, longestLine),
        ...plan.conditions.map((condition) => (0,visible_text/* cutEnd */.ym)(`${indent}  ${(0,visible_text/* prose */.CS)(condition)}`, longestLine)),
        ...plan.children.flatMap((child) => linesOf(child, hasCosts, depth + 1)),
    ];
}
/** `Index Scan using users_email_key on public.users u`. */
function nodeWords({ type, join, index, relation, alias }) {
    const kind = join === undefined || join === 'Inner' ? type : type.replace(/(?= Join$)|$/, ` ${join}`);
    const by = index === undefined ? '' : ` using ${(0,object_name/* displayIdentifier */.UY)(index)}`;
    const on = relation === undefined ? '' : ` on ${(0,object_name/* displayName */.QC)(relation)}`;
    const as = relation === undefined || alias === undefined || alias === relation.name
        ? ''
        : ` ${(0,object_name/* displayIdentifier */.UY)(alias)}`;
    return (0,visible_text/* prose */.CS)(`${kind}${by}${on}${as}`);
}

// EXTERNAL MODULE: ./build/checks/plans/plan-tree.js
var plan_tree = __webpack_require__(52361);
;// CONCATENATED MODULE: ./build/checks/plans/plan-diagram.js
/** Two plans side by side as a Mermaid flowchart. */



/** More than this is a wall-paper, and fewer need no picture. */
const mostNodes = 12;
const fewestNodes = 3;
const longestLabel = 60;
/** Undefined where the plans are too large for a picture, or so small that their text says it all. What reads a table whole is marked. */
function planDiagram(before, after) {
    const nodes = Math.max(nodeCount(before), nodeCount(after));
    if (nodes > mostNodes || nodes < fewestNodes)
        return undefined;
    return [
        'flowchart LR',
        ...sideLines('before', before),
        ...sideLines('after', after),
        '  classDef whole stroke:#cf222e,stroke-width:2px',
    ].join('\n');
}
function nodeCount(plan) {
    return plan.children.reduce((sum, child) => sum + nodeCount(child), 1);
}
function sideLines(side, plan) {
    let count = 0;
    const draw = (node) => {
        count += 1;
        const id = `${side}${count}`;
        const below = node.children.map(draw);
        const mark = isWhole(node) ? ':::whole' : '';
        return {
            id,
            lines: [
                `    ${id}["${escapeLabel(nodeWords(node))}"]${mark}`,
                ...below.flatMap((child) => [...child.lines, `    ${child.id} --> ${id}`]),
            ],
        };
    };
    return [`  subgraph ${side}`, '    direction TB', ...draw(plan).lines, '  end'];
}
function isWhole(node) {
    return (0,plan_tree/* accessesOf */.Cn)({ ...node, children: [] }).some((access) => access.isWhole);
}
/** Every sign that Mermaid might read as its own is written by its number. */
function escapeLabel(text) {
    return (0,visible_text/* cutMiddle */.it)((0,visible_text/* visible */.RK)(text), longestLabel).replace(/[^\p{L}\p{N} ._-]/gu, (sign) => `#${sign.codePointAt(0) ?? 63};`);
}

// EXTERNAL MODULE: ./build/checks/plans/plan-findings.js
var plan_findings = __webpack_require__(13287);
// EXTERNAL MODULE: ./build/checks/section-status.js
var section_status = __webpack_require__(68986);
;// CONCATENATED MODULE: ./build/checks/plans-section.js









const mostRows = 30;
const mostPlans = 8;
const mostLeftOut = 50;
const longestName = 80;
/** The section of the report: one line where every query plans as before. */
function plansSection(check) {
    const told = check.compared.filter(({ change }) => toldKinds.has(change.kind));
    return {
        id: 'check-plans',
        title: 'Query plans',
        status: check.findings.length === 0 && askedOf(check) === 0 ? 'skipped' : (0,section_status/* statusOf */.c)(check.findings),
        summary: plansSummary(check),
        blocks: [
            ...(told.length > 0 || check.notes.length > 0 ? [plans_section_text(check.basis)] : []),
            ...check.notes.map(plans_section_text),
            ...(told.length === 0 ? [] : [queryTable(told, check)]),
            ...planBlocks(check),
            ...(check.ignored > 0 ? [plans_section_text(`Ignored: ${(0,quantity/* counted */.hS)(check.ignored, 'finding')}.`)] : []),
            ...(0,accepted_block/* acceptedBlocks */.E)(check.accepted),
            ...leftOutBlock(check),
        ],
        findings: check.findings,
    };
}
function skippedPlansSection(reason) {
    return {
        id: 'check-plans',
        title: 'Query plans',
        status: 'skipped',
        summary: `Not compared: ${reason}`,
        blocks: [],
        findings: [],
    };
}
const toldKinds = new Set(['lost', 'worse', 'better']);
/** Those of which there is a plan, on one side at least: of the others nothing is known. */
function askedOf({ compared }) {
    return compared.filter(({ change }) => change.kind !== 'without plan' && change.kind !== 'unanswered')
        .length;
}
/** `23 queries plan as before`, or `2 of 23 queries plan worse, 1 fails, 1 new`. */
function plansSummary({ compared }) {
    const count = (...kinds) => compared.filter(({ change }) => kinds.includes(change.kind)).length;
    const asked = askedOf({ compared });
    if (asked === 0)
        return 'No query could be compared';
    const parts = [
        [count('lost'), 'fails', 'fail'],
        [count('worse'), 'plans worse', 'plan worse'],
        [count('better'), 'plans better', 'plan better'],
        [count('new'), 'is new', 'are new'],
    ];
    const words = parts.flatMap(([number, one, many]) => number === 0 ? [] : [`${(0,quantity/* formatCount */.B4)(number)} ${number === 1 ? one : many}`]);
    const rest = compared.length === asked ? '' : `, ${(0,quantity/* formatCount */.B4)(compared.length - asked)} not compared`;
    if (words.length > 0)
        return `Of ${(0,quantity/* counted */.hS)(asked, 'query', 'queries')} ${words.join(', ')}${rest}`;
    const plan = asked === 1 ? 'plans' : 'plan';
    return `${(0,quantity/* counted */.hS)(asked, 'query', 'queries')} ${plan} as before${rest}`;
}
function plans_section_text(words) {
    return { kind: 'text', text: words };
}
function queryTable(told, check) {
    const hasCalls = told.some(({ query }) => query.source.kind === 'statistics');
    const rows = told
        .slice(0, mostRows)
        .map((entry) => [
        { code: (0,visible_text/* cutEnd */.ym)(entry.query.name, longestName) },
        ...(hasCalls ? [callsOf(entry)] : []),
        ...(check.areCostsComparable ? [costOf(entry)] : []),
        { lines: whatOf(entry) },
    ]);
    const columns = [
        { title: 'Query' },
        ...(hasCalls ? [{ title: 'Calls', align: 'right' }] : []),
        ...(check.areCostsComparable ? [{ title: 'Cost', align: 'right' }] : []),
        { title: 'What' },
    ];
    const rest = told.length - rows.length;
    return {
        kind: 'table',
        columns,
        rows,
        ...(rest > 0 ? { caption: `The first ${mostRows} of ${(0,quantity/* counted */.hS)(told.length, 'query', 'queries')}` } : {}),
    };
}
function callsOf({ query: { source } }) {
    return source.kind === 'statistics' ? (0,plan_findings/* shareWords */.hs)(source.usage.share) : '';
}
function costOf({ change }) {
    if (change.kind === 'lost')
        return (0,quantity/* formatCount */.B4)(change.before.cost);
    if (change.kind !== 'worse' && change.kind !== 'better')
        return '';
    return `${(0,quantity/* formatCount */.B4)(change.before.cost)} → ${(0,quantity/* formatCount */.B4)(change.after.cost)}`;
}
function whatOf(entry) {
    return [...changeLines(entry.change), ...measuredLines(entry)];
}
function changeLines(change) {
    if (change.kind === 'lost')
        return [`fails: ${change.message}`];
    if (change.kind === 'better')
        return ['costs less'];
    if (change.kind !== 'worse')
        return [];
    return [
        ...change.lost.map(({ index }) => `without index ${(0,object_name/* displayIdentifier */.UY)(index.root)}`),
        ...change.scanned.map(({ name }) => `reads ${name} whole`),
        ...(change.hasGrown ? ['costs more'] : []),
    ];
}
function measuredLines({ measuredMs: { before, after } }) {
    if (after === undefined)
        return [];
    const was = before === undefined ? '' : `, it was ${(0,duration/* formatDuration */.a)(before)}`;
    return [`measured ${(0,duration/* formatDuration */.a)(after)}${was}`];
}
/** Plans of what became worse, folded; a picture of the first that makes one. */
function planBlocks({ compared, areCostsComparable }) {
    const worse = compared.flatMap(({ query, change }) => (change.kind === 'worse' ? [{ query, change }] : []));
    const shown = worse.slice(0, mostPlans).map((entry) => ({
        ...entry,
        picture: planDiagram(entry.change.before, entry.change.after),
    }));
    const first = shown.find(({ picture }) => picture !== undefined);
    return shown.map((entry) => {
        const { query, change, picture } = entry;
        const code = (plan, caption) => ({
            kind: 'code',
            language: 'text',
            text: planText(plan, areCostsComparable),
            caption,
        });
        return {
            kind: 'details',
            title: `Plans of ${(0,visible_text/* cutEnd */.ym)(query.name, longestName)}`,
            blocks: [
                { kind: 'code', language: 'sql', text: query.shown },
                code(change.before, 'Before'),
                code(change.after, 'After'),
                ...(picture === undefined || entry !== first ? [] : [{ kind: 'mermaid', text: picture }]),
            ],
        };
    });
}
function leftOutBlock({ leftOut, compared }) {
    const without = compared.flatMap(({ query, change }) => {
        if (change.kind === 'without plan')
            return [{ subject: query.name, reason: `${change.message} (SQLSTATE ${change.sqlState})` }];
        if (change.kind !== 'unanswered')
            return [];
        const reason = change.reason === undefined
            ? 'not asked, the time was over'
            : `not answered (SQLSTATE ${change.reason})`;
        return [{ subject: query.name, reason }];
    });
    const all = [...leftOut, ...without];
    if (all.length === 0)
        return [];
    const items = all.slice(0, mostLeftOut).map(({ subject, reason }) => `${subject}: ${reason}`);
    const more = all.length > items.length ? [`… and ${all.length - items.length} more`] : [];
    return [
        {
            kind: 'details',
            title: `Not compared: ${(0,quantity/* counted */.hS)(all.length, 'statement')}`,
            blocks: [{ kind: 'list', items: [...items, ...more] }],
        },
    ];
}

// EXTERNAL MODULE: ./build/report/finding.js
var report_finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/actions/plan-basis.js + 3 modules
var plan_basis = __webpack_require__(31130);
;// CONCATENATED MODULE: ./build/actions/query-plans.js
/** The plans of the project's queries after the migrations, compared with those before them. */







/** Compares, leaves the section and the JSON beside it; a skipped section and no JSON when there was nothing to compare with. */
async function tellPlans(request) {
    const { job, inputs, database, basis, isOurs, settings } = request;
    if (basis.kind === 'mistaken')
        throw basis.error;
    const told = async (section) => {
        const findings = (0,report_finding/* sortFindings */.Tc)([...section.findings, ...(await settings.changes())]);
        job.reports.writeSection(database.key, { ...section, findings });
        return { ...section, findings };
    };
    if (basis.kind === 'unknown')
        return { section: await told(skippedPlansSection(basis.reason)), outputs: [] };
    const check = await (0,check_plans/* checkPlans */.NU)({
        uri: database.direct,
        old: basis.old,
        planTimeoutMs: inputs.planTimeout * 1000,
        totalMs: inputs.timeout * 1000,
        hasRows: database.hasParentData,
        analyze: inputs.analyzeQueries && isOurs,
        mayAnalyze: isOurs,
        ignore: inputs.ignoreFindings,
        policy: settings.policy,
        limits: {
            factor: inputs.costFactor,
            minimum: inputs.minCost,
            smallTableRows: inputs.scanRowThreshold,
            lostIndexShare: inputs.lostIndexShare / 100,
        },
    }, (0,plan_basis/* contextOf */.Vm)(job, inputs));
    const section = await told(plansSection(check));
    const path = (0,external_node_path_.join)(job.reports.directory(database.key), 'query-plans.json');
    (0,external_node_fs_.writeFileSync)(path, job.redact(plansJson(check)));
    return {
        section,
        outputs: [
            ['plans-summary', plansSummary(check)],
            ['plans-path', path],
        ],
    };
}


/***/ }),

/***/ 80493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $f: () => (/* binding */ askOldPlans),
  NU: () => (/* binding */ checkPlans),
  mt: () => (/* binding */ openPlanSession)
});

// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/pooler.js
var pooler = __webpack_require__(14045);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
// EXTERNAL MODULE: ./build/report/rule-policy.js
var rule_policy = __webpack_require__(20164);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/checks/plans/plan-tree.js
var plan_tree = __webpack_require__(52361);
// EXTERNAL MODULE: ./build/checks/plans/relation-facts.js
var relation_facts = __webpack_require__(82197);
;// CONCATENATED MODULE: ./build/checks/plans/compare-plans.js
/** What became of each query's plan. */



function comparePlans(request) {
    const { queries, old, now } = request;
    return queries.map((query) => {
        const [before, after] = [old.explained.get(query.id), now.explained.get(query.id)];
        const measuredMs = { before: executionOf(before), after: executionOf(after) };
        return { query, change: changeOf(before, after, request), measuredMs };
    });
}
function executionOf(explained) {
    return explained?.kind === 'planned' ? explained.executionMs : undefined;
}
function changeOf(before, after, request) {
    if (after === undefined || after.kind === 'unanswered')
        return { kind: 'unanswered', reason: after?.sqlState };
    if (before === undefined || before.kind === 'unanswered')
        return { kind: 'unanswered', reason: before?.sqlState };
    if (after.kind === 'refused')
        return refusedChange(before, after, request);
    if (before.kind === 'refused')
        return { kind: 'new', after: after.plan };
    return comparePlanned(before.plan, after.plan, request);
}
function refusedChange(before, { sqlState, message }, { isSameRole }) {
    if (before.kind !== 'planned')
        return { kind: 'without plan', sqlState, message };
    // What another role may not do says nothing about the migrations.
    if (sqlState === sqlstate/* sqlState */.cn.insufficientPrivilege && !isSameRole)
        return { kind: 'unanswered', reason: sqlState };
    return { kind: 'lost', sqlState, message, before: before.plan };
}
function comparePlanned(before, after, request) {
    const reads = { before: (0,plan_tree/* accessesOf */.Cn)(before), after: (0,plan_tree/* accessesOf */.Cn)(after) };
    const lost = lostIndexes(reads, request);
    const scanned = newlyScanned(reads).filter((relation) => isTold(relation, lost, request));
    const cost = costChange(before, after, request);
    const hasGrown = cost === 'worse';
    if (lost.length > 0 || scanned.length > 0 || hasGrown)
        return { kind: 'worse', before, after, lost, scanned, hasGrown };
    if (cost === 'better')
        return { kind: 'better', before, after };
    const shape = (plan, side) => (0,plan_tree/* shapeOf */.F5)(plan, ({ relation, index }) => shapeName(side, relation, index));
    const isSame = shape(before, request.old) === shape(after, request.now);
    return { kind: isSame ? 'same' : 'changed', before, after };
}
function costChange(before, after, request) {
    const { factor, minimum } = request.limits;
    if (!request.areCostsComparable)
        return 'same';
    if (after.cost >= minimum && after.cost >= before.cost * factor)
        return 'worse';
    return before.cost >= minimum && before.cost >= after.cost * factor ? 'better' : 'same';
}
/** An index that the plan read a relation by, where the new plan reads that relation whole, once more than before. */
function lostIndexes(reads, { old, now }) {
    const scanned = new Set(newlyScanned(reads).map(relation_facts/* relationKey */.Y));
    const told = new Set();
    return reads.before.flatMap((access) => {
        const key = (0,relation_facts/* relationKey */.Y)(access.relation);
        const relation = old.relations.get(key);
        const index = indexOf(relation, access.index);
        if (relation === undefined || index === undefined || !scanned.has(key) || told.has(index.oid))
            return [];
        told.add(index.oid);
        const twins = now.relations.get(key)?.indexes.filter((other) => isTwin(index, other)) ?? [];
        const isStillRead = reads.after.some((other) => (0,relation_facts/* relationKey */.Y)(other.relation) === key && twins.some(({ name }) => name === other.index));
        return isStillRead ? [] : [{ relation, index, state: stateOf(twins) }];
    });
}
function indexOf(relation, name) {
    return relation?.indexes.find((index) => index.name === name);
}
/** A renamed index does what it did. */
function isTwin(index, other) {
    return other.name === index.name || other.shape === index.shape;
}
function stateOf(twins) {
    if (twins.length === 0)
        return 'dropped';
    return twins.some(({ isValid }) => isValid) ? 'unused' : 'invalid';
}
/** Relations that are read whole more often than before. */
function newlyScanned({ before, after }) {
    const count = (accesses, key) => accesses.filter(({ relation, isWhole }) => isWhole && (0,relation_facts/* relationKey */.Y)(relation) === key).length;
    const scans = new Map(after.filter(({ isWhole }) => isWhole).map(({ relation }) => [(0,relation_facts/* relationKey */.Y)(relation), relation]));
    return [...scans].flatMap(([key, relation]) => (count(after, key) > count(before, key) ? [relation] : []));
}
function isTold(relation, lost, request) {
    const key = (0,relation_facts/* relationKey */.Y)(relation);
    if (lost.some((index) => (0,relation_facts/* relationKey */.Y)(index.relation) === key))
        return false;
    const { rootRows = -1 } = (request.areCostsComparable ? request.now : request.old).relations.get(key) ?? {};
    return rootRows >= Math.max(1, request.limits.smallTableRows);
}
/** What an index does, in place of what it is called. */
function shapeName(side, relation, name) {
    return indexOf(side.relations.get((0,relation_facts/* relationKey */.Y)(relation)), name)?.shape ?? name;
}

// EXTERNAL MODULE: ./build/checks/plans/plan-findings.js
var plan_findings = __webpack_require__(13287);
// EXTERNAL MODULE: ./build/checks/plans/plan-rules.js
var plan_rules = __webpack_require__(73438);
// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(32217);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
// EXTERNAL MODULE: ./build/checks/plans/query.js
var query = __webpack_require__(69443);
;// CONCATENATED MODULE: ./build/checks/plans/explain.js





/**
 * The generic plan of each query, in their order, all in one read-only transaction that is rolled back. Planning evaluates
 * immutable and stable functions of constants, as it does for the app. @throws what breaks the connection
 */
async function explainAll(session, queries, options) {
    if (queries.length === 0)
        return [];
    await session.query(beginning(options));
    const canBeQuiet = session.serverVersion >= firstWithParameterPrivileges;
    await session.queryAll([...(canBeQuiet ? [quietly] : []), 'SAVEPOINT plan'].map(extended));
    const start = performance.now();
    const results = [];
    while (results.length < queries.length && performance.now() - start < options.totalMs)
        results.push(...(await explainSome(session, queries.slice(results.length, results.length + atOnce), options)));
    await session.query('ROLLBACK');
    const notAsked = queries
        .slice(results.length)
        .map(() => ({ kind: 'unanswered', sqlState: undefined }));
    return [...results, ...notAsked];
}
/** Between two batches the time is looked at. */
const atOnce = 50;
async function explainSome(session, queries, options) {
    const batches = queries.map((query) => statementsFor(query, { ...options, session }));
    const answers = await session.queryAll(batches.flat());
    let next = 0;
    return batches.map((batch) => {
        const own = answers.slice(next, next + batch.length);
        next += batch.length;
        return explained(own);
    });
}
/** JIT is left out of plans, so that they are the same whether it is installed or not. */
function beginning({ timeoutMs, lockTimeoutMs, schema, preferIndexes }) {
    return [
        'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY',
        `SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`,
        `SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`,
        'SET LOCAL idle_in_transaction_session_timeout = 60000',
        'SET LOCAL jit = off',
        // As the parser that has cut the statements reads them: else a literal may end elsewhere here.
        'SET LOCAL standard_conforming_strings = on',
        'SET LOCAL plan_cache_mode = force_generic_plan',
        ...(preferIndexes ? ['SET LOCAL enable_seqscan = off'] : []),
        ...(schema === undefined ? [] : [`SET LOCAL search_path = ${(0,identifier/* quoteIdentifier */.C)(schema)}`]),
    ].join(';\n');
}
/** https://www.postgresql.org/docs/release/15.0/ */
const firstWithParameterPrivileges = 150_000;
/** Each EXPLAIN would take a place among the statements that pg_stat_statements counts; few roles may say that it shall not. */
const quietly = `
SELECT pg_catalog.set_config('pg_stat_statements.track', 'none', true)
 WHERE pg_catalog.current_setting('pg_stat_statements.track', true) IS NOT NULL
   AND pg_catalog.has_parameter_privilege('pg_stat_statements.track', 'SET')`;
/** GENERIC_PLAN plans a text with `$1` as it is; https://www.postgresql.org/docs/release/16.0/ */
const firstWithGenericPlan = 160_000;
/**
 * The statements that bring one plan, the last of which undoes the others: its locks are not kept until the end. Before
 * Postgres 16 a prepared statement has the generic plan; as its parameters are NULL, partitions would be pruned by that.
 */
function statementsFor(query, { analyze, session }) {
    const { text, parameters } = query;
    const back = extended('ROLLBACK TO SAVEPOINT plan');
    if (parameters === 0) {
        const timing = analyze && query.isRead ? ', ANALYZE, BUFFERS, TIMING OFF' : '';
        return [extended(`EXPLAIN (FORMAT JSON, VERBOSE${timing}) ${text}`), back];
    }
    if (session.serverVersion >= firstWithGenericPlan)
        return [{ text: `EXPLAIN (FORMAT JSON, VERBOSE, GENERIC_PLAN) ${text}`, protocol: 'simple' }, back];
    const nulls = Array.from({ length: parameters }, () => 'NULL').join(', ');
    return [
        ...[
            'SET LOCAL enable_partition_pruning = off',
            // A prepared statement does not end with the transaction.
            'DEALLOCATE ALL',
            `PREPARE planned AS ${text}`,
            `EXPLAIN (FORMAT JSON, VERBOSE) EXECUTE planned(${nulls})`,
        ].map(extended),
        back,
    ];
}
function extended(text) {
    return { text, protocol: 'extended' };
}
/** Classes of SQLSTATE that speak of the server and the moment, not of the query. */
const circumstantial = /^(08|25|40|53|54|55|57|58|F0|XX)/;
const longestMessage = 300;
function explained(answers) {
    const refused = answers.find((answer) => answer.kind === 'refused');
    if (refused?.kind === 'refused') {
        const sqlState = (0,sqlstate/* sqlStateOf */.v9)(refused.error) ?? '';
        if (circumstantial.test(sqlState))
            return { kind: 'unanswered', sqlState };
        return { kind: 'refused', sqlState, message: messageOf(refused.error, sqlState) };
    }
    const rows = answers.flatMap((answer) => (answer.kind === 'rows' ? answer.rows : []));
    const row = rows.find((candidate) => 'QUERY PLAN' in candidate);
    return { kind: 'planned', ...(0,plan_tree/* readPlan */.m3)(row?.['QUERY PLAN']) };
}
/** Only class 42 (syntax, names, types, privileges) has messages that quote names alone; others quote values. */
function messageOf({ message }, sqlState) {
    if (!sqlState.startsWith('42'))
        return 'the server refuses it';
    return (0,query/* withoutLiterals */.$M)((0,visible_text/* prose */.CS)(message)).slice(0, longestMessage);
}

;// CONCATENATED MODULE: ./build/checks/plans/plan-side.js
/** One database with the plans of all queries: the old side or the new one of a comparison. */





/** Changes nothing. */
async function readOldSide(session, { queries, explain }) {
    const explained = await explainEach(session, queries, explain);
    return { explained, relations: await (0,relation_facts/* readRelations */.A)(session, relationsIn([explained])), analyzed: [] };
}
/**
 * The new side. A table that a migration has made, rewritten or given columns has no statistics yet, as production's will
 * have a minute after the deploy: those that plans read are analysed first, where that is allowed.
 */
async function readNewSide(session, request) {
    const { queries, explain, old, mayAnalyze } = request;
    const explained = await explainEach(session, queries, explain);
    const relations = await (0,relation_facts/* readRelations */.A)(session, relationsIn([old.explained, explained]));
    const touched = mayAnalyze ? touchedBetween(old.relations, relations) : [];
    if (touched.length === 0)
        return { explained, relations, analyzed: [] };
    const answers = await session.queryAll(touched.map((name) => ({ text: `ANALYZE ${(0,object_name/* qualifiedName */.OL)(name)}`, protocol: 'extended' })));
    const analyzed = touched.filter((_, index) => answers[index]?.kind === 'rows');
    const again = await explainEach(session, queries, explain);
    const after = await (0,relation_facts/* readRelations */.A)(session, relationsIn([old.explained, again]));
    return { explained: again, relations: after, analyzed };
}
async function explainEach(session, queries, options) {
    const plans = await explainAll(session, queries, options);
    return new Map(queries.flatMap(({ id }, index) => pairOf(id, plans[index])));
}
function pairOf(id, plan) {
    return plan === undefined ? [] : [[id, plan]];
}
function relationsIn(sides) {
    const accesses = sides
        .flatMap((side) => [...side.values()])
        .flatMap((explained) => (explained.kind === 'planned' ? (0,plan_tree/* accessesOf */.Cn)(explained.plan) : []));
    return [...(0,group_by/* groupBy */.$)(accesses, ({ relation }) => (0,relation_facts/* relationKey */.Y)(relation)).values()].flatMap(([first]) => first?.relation ?? []);
}
function touchedBetween(old, now) {
    return [...now].flatMap(([key, relation]) => (isTouched(old.get(key), relation) ? [relation] : []));
}
function isTouched(before, now) {
    if (before === undefined)
        return now.rows < 0;
    if (before.oid !== now.oid || before.file !== now.file || before.columns !== now.columns)
        return true;
    const known = new Set(before.indexes.map(({ oid }) => oid));
    return now.indexes.some(({ oid, hasExpressions }) => hasExpressions && !known.has(oid));
}

// EXTERNAL MODULE: ./build/checks/schema/ignore.js
var ignore = __webpack_require__(54702);
;// CONCATENATED MODULE: ./build/checks/check-plans.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});











const lockTimeoutMs = 2000;
/** A connection for many EXPLAINs. @throws UserError or ExternalError when it cannot be had, or is a pooler's */
async function openPlanSession(uri, context) {
    (0,pooler/* assertDirectUri */.UH)(uri);
    return (0,connect/* connectWhenReady */.y)({
        ...context,
        uri,
        applicationName: 'database-actions/check-plans',
        // ANALYZE is allowed in it: what it writes is no data.
        settings: { statementTimeoutMs: context.timeoutMs, isReadOnly: true },
        isPipelined: true,
    });
}
function explainOptions({ uri, planTimeoutMs, totalMs, hasRows, analyze }) {
    return {
        timeoutMs: planTimeoutMs,
        totalMs,
        lockTimeoutMs,
        schema: (0,connection_uri/* parseConnectionUri */.sq)(uri).parameters.get('schema'),
        preferIndexes: !hasRows,
        analyze,
    };
}
/** The plans before the migrations. Changes nothing. */
function askOldPlans(session, request) {
    return readOldSide(session, { queries: request.queries, explain: explainOptions(request) });
}
/** Asks for the plans after the migrations, and says what became of them. */
async function checkPlans(request, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { old, limits, hasRows, mayAnalyze } = request;
        const session = __addDisposableResource(env_1, await openPlanSession(request.uri, context), true);
        const explain = explainOptions({ ...request, queries: old.queries });
        const now = await readNewSide(session, {
            queries: old.queries,
            explain,
            old: old.side,
            mayAnalyze: mayAnalyze && hasRows,
        });
        const areCostsComparable = hasRows && old.hasRows;
        const compared = comparePlans({
            queries: old.queries,
            old: old.side,
            now,
            limits,
            areCostsComparable,
            isSameRole: old.isSameRole,
        });
        const found = (0,plan_findings/* planFindings */.eM)({ compared, limits, hasSizes: old.hasRows });
        const { told, accepted } = (0,rule_policy/* ruleOnAll */.HH)(found, plan_rules/* planRules */.Td, request.policy);
        const ids = plan_rules/* planRules */.Td.map(({ id }) => id);
        const findings = told.filter((finding) => !(0,ignore/* isIgnored */.p)(finding, request.ignore, ids));
        context.log.debug(`check-plans: ${compared.length} queries, ${findings.length} findings`);
        return {
            basis: old.basis,
            notes: [...old.notes, ...notesOf(now, areCostsComparable)],
            compared,
            leftOut: old.leftOut,
            findings: (0,finding/* sortFindings */.Tc)(findings),
            ignored: told.length - findings.length,
            accepted,
            areCostsComparable,
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const withoutRows = 'The branch does not have production’s rows, so costs say nothing: only which indexes can serve is compared.';
function notesOf({ analyzed }, areCostsComparable) {
    const tables = (0,quantity/* counted */.hS)(analyzed.length, 'table that the migrations changed was', 'tables that the migrations changed were');
    return [
        ...(areCostsComparable ? [] : [withoutRows]),
        ...(analyzed.length === 0 ? [] : [`${tables} analysed on the branch before planning.`]),
    ];
}


/***/ }),

/***/ 13287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eM: () => (/* binding */ planFindings),
/* harmony export */   hs: () => (/* binding */ shareWords)
/* harmony export */ });
/* unused harmony exports factorWords, shareOf */
/* harmony import */ var _group_by_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32217);
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20547);
/* harmony import */ var _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37929);
/* harmony import */ var _report_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28586);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(59362);
/* harmony import */ var _report_rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56757);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30269);
/* harmony import */ var _plan_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73438);
/* harmony import */ var _relation_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82197);









const mostNames = 10;
const longestQuery = 400;
function planFindings(request) {
    const { compared } = request;
    const worse = compared.flatMap(({ query, change }) => (change.kind === 'worse' ? [{ query, change }] : []));
    return (0,_report_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .sortFindings */ .Tc)([
        ...compared.flatMap(lostFinding),
        ...lostIndexFindings(worse, request),
        ...scanFindings(worse),
        ...worse.flatMap(costFinding),
    ]);
}
function lostFinding({ query, change }) {
    if (change.kind === 'without plan')
        return missingFinding(query, change);
    if (change.kind !== 'lost')
        return [];
    const { message, sqlState: state } = change;
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOf */ .hD)(_plan_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .planLost */ .KI, {
            subject: query.name,
            message: `After the migrations this query fails: ${message} (SQLSTATE ${state}).${usageSentence([query])} ${remedies[query.source.kind]}`,
            evidence: (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutEnd */ .ym)(query.shown, longestQuery),
            ...placeOf([query]),
        }),
    ];
}
const remedies = {
    file: 'Change the query with the migration, and keep what it needs until no deployed app runs the old one.',
    statistics: 'Keep what it needs until no deployed app runs it.',
};
const namesNothing = [_postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlState */ .cn.undefinedTable, _postgres_sqlstate_js__WEBPACK_IMPORTED_MODULE_0__/* .sqlState */ .cn.undefinedColumn];
function missingFinding(query, { sqlState: state, message }) {
    if (query.source.kind !== 'file' || !namesNothing.includes(state))
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOf */ .hD)(_plan_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .queryWithoutPlan */ .g8, {
            subject: query.name,
            message: `This query has no plan, before the migrations or after them: ${message} (SQLSTATE ${state}).`,
            evidence: (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutEnd */ .ym)(query.shown, longestQuery),
            ...placeOf([query]),
        }),
    ];
}
/** One finding an index, however many queries or partitions it served. */
function lostIndexFindings(worse, request) {
    const losses = worse.flatMap(({ query, change }) => change.lost.map((lost) => ({ query, lost })));
    const groups = (0,_group_by_js__WEBPACK_IMPORTED_MODULE_6__/* .groupBy */ .$)(losses, ({ lost }) => `${(0,_relation_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .relationKey */ .Y)(lost.relation.root)}\0${lost.index.root}`);
    return [...groups.values()].flatMap((group) => lostIndexFinding(group, request));
}
function lostIndexFinding(group, { limits, hasSizes }) {
    const [first] = group;
    if (first === undefined)
        return [];
    const { relation, index, state } = first.lost;
    const queries = [...new Set(group.map(({ query }) => query))];
    const rows = hasSizes ? relation.rootRows : -1;
    const isSmall = rows >= 0 && rows < limits.smallTableRows;
    const severity = isSmall
        ? 'notice'
        : shareOf(queries) >= limits.lostIndexShare
            ? 'error'
            : 'warning';
    const size = rows < 0 ? '' : ` (about ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(rows)} rows)`;
    const table = (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_8__/* .displayName */ .QC)(relation.root);
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOf */ .hD)(_plan_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .planLostIndex */ .ag, {
            severity,
            subject: `${table} · ${(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_8__/* .displayIdentifier */ .UY)(index.root)}`,
            message: `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(queries.length, 'query', 'queries')} found rows by this index and ${queries.length === 1 ? 'reads' : 'read'} the whole table${size} now: ${stateWords[state]}.${usageSentence(queries)}`,
            evidence: listOf(queries),
            ...(state === 'unused' ? {} : { fix: `${index.definition};` }),
            ...placeOf(queries),
        }),
    ];
}
const stateWords = {
    dropped: 'the index is gone',
    invalid: 'the index is not valid',
    unused: 'the index is there, but it does not serve them any more (another type, collation or condition?)',
};
function scanFindings(worse) {
    const scans = worse.flatMap(({ query, change }) => change.scanned.map((relation) => ({ query, relation })));
    return [...(0,_group_by_js__WEBPACK_IMPORTED_MODULE_6__/* .groupBy */ .$)(scans, ({ relation }) => (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_8__/* .displayName */ .QC)(relation))].map(([table, group]) => {
        const queries = group.map(({ query }) => query);
        return (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOf */ .hD)(_plan_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .planNewScan */ .JE, {
            subject: table,
            message: `${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .counted */ .hS)(queries.length, 'query reads', 'queries read')} the whole table now.${usageSentence(queries)}`,
            evidence: listOf(queries),
            ...placeOf(queries),
        });
    });
}
/** Where a lost index is told, the cost is in what is told of it. */
function costFinding({ query, change }) {
    const { before, after, lost, scanned, hasGrown } = change;
    if (!hasGrown || lost.length > 0 || scanned.length > 0)
        return [];
    return [
        (0,_report_rule_js__WEBPACK_IMPORTED_MODULE_4__/* .findingOf */ .hD)(_plan_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .planCostGrew */ .sK, {
            subject: query.name,
            message: `The planner expects ${factorWords(before.cost, after.cost)} the work of before: a cost of ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(after.cost)}, it was ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(before.cost)}.${usageSentence([query])}`,
            evidence: (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutEnd */ .ym)(query.shown, longestQuery),
            ...placeOf([query]),
        }),
    ];
}
/** `3.4 times`. */
function factorWords(before, after) {
    const factor = after / Math.max(before, 0.01);
    return `${factor < 10 ? factor.toFixed(1) : (0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(factor)} times`;
}
/** ` 12 % of production's calls.`; empty where nothing is known of calls. */
function usageSentence(queries) {
    const isCounted = queries.some(({ source }) => source.kind === 'statistics');
    if (!isCounted)
        return '';
    const calls = queries.reduce((sum, { source }) => sum + (source.kind === 'statistics' ? source.usage.calls : 0), 0);
    return ` ${shareWords(shareOf(queries))} of production's calls (${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_7__/* .formatCount */ .B4)(calls)}).`;
}
function shareOf(queries) {
    return queries.reduce((sum, { source }) => sum + (source.kind === 'statistics' ? source.usage.share : 0), 0);
}
/** `12 %`, `0.4 %`, `less than 0.1 %`. */
function shareWords(share) {
    const percent = share * 100;
    if (percent < 0.1)
        return 'less than 0.1 %';
    return `${percent < 10 ? percent.toFixed(1).replace(/\.0$/, '') : Math.round(percent)} %`;
}
function listOf(queries) {
    const shown = queries.slice(0, mostNames).map(({ name, shown: sql }) => {
        const text = (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_5__/* .cutEnd */ .ym)(sql, longestQuery);
        return name === text || sql.startsWith(name.replace(/…$/, '')) ? text : `${name}: ${text}`;
    });
    const more = queries.length - shown.length;
    return [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}
function placeOf(queries) {
    const source = queries.map((query) => query.source).find(({ kind }) => kind === 'file');
    return source?.kind === 'file' ? { location: { file: source.file, line: source.line } } : {};
}


/***/ }),

/***/ 73438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JE: () => (/* binding */ planNewScan),
/* harmony export */   KI: () => (/* binding */ planLost),
/* harmony export */   Td: () => (/* binding */ planRules),
/* harmony export */   ag: () => (/* binding */ planLostIndex),
/* harmony export */   g8: () => (/* binding */ queryWithoutPlan),
/* harmony export */   sK: () => (/* binding */ planCostGrew)
/* harmony export */ });
const planLost = {
    id: 'plan-lost',
    title: 'A query does not work any more',
    severity: 'error',
    why: 'The query has a plan before the migrations and none after them: a table, column, function or privilege that it needs is gone. Whatever still runs it fails from the moment of the deploy.',
};
const planLostIndex = {
    id: 'plan-lost-index',
    title: 'Queries lose their index',
    severity: 'warning',
    why: 'The queries found their rows by an index and read the whole table after the migrations: it was dropped, or a changed type, collation or predicate keeps it from serving. An *error* where the queries make up `lost-index-share` of production’s calls, a *notice* where the table has fewer rows than `scan-row-threshold`.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const planNewScan = {
    id: 'plan-new-seq-scan',
    title: 'Queries read a large table whole',
    severity: 'warning',
    why: 'The plan reads every row of a table with at least `scan-row-threshold` rows, which it did not do before the migrations, and no index was lost that would explain it.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const planCostGrew = {
    id: 'plan-cost-grew',
    title: 'A query’s plan costs much more',
    severity: 'warning',
    why: 'The planner expects `cost-factor` times the work of before, and at least `min-cost`. Costs are estimates in the planner’s own unit, made with the statistics of production’s data; where they cannot be compared this rule is silent.',
    docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};
const queryWithoutPlan = {
    id: 'query-names-nothing',
    title: 'A query of the repository names something that is not there',
    severity: 'warning',
    why: 'A table or column that a query file names is neither in the database before the migrations nor after them: the query fails when it is first run.',
};
/** Every rule of the query plans, for the documentation. */
const planRules = [
    planLost,
    planLostIndex,
    planNewScan,
    planCostGrew,
    queryWithoutPlan,
];


/***/ }),

/***/ 52361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ accessesOf),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   m3: () => (/* binding */ readPlan)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91753);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69443);
/** A plan as EXPLAIN (FORMAT JSON, VERBOSE) tells it, cut down to what is compared and shown. */


const conditionFields = [
    'Index Cond',
    'Recheck Cond',
    'Hash Cond',
    'Merge Cond',
    'Join Filter',
    'Filter',
    'Order By',
    'TID Cond',
    'One-Time Filter',
];
/** @param answer the column `QUERY PLAN`, parsed. @throws Error when it is no plan, which is our mistake */
function readPlan(answer) {
    const [first] = Array.isArray(answer) ? answer : [];
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(first) || !(0,_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(first.Plan))
        throw new Error('EXPLAIN gave no plan.');
    return { plan: readNode(first.Plan), executionMs: numberOf(first['Execution Time']) };
}
function readNode(node) {
    const name = textOf(node['Relation Name']);
    const children = Array.isArray(node.Plans) ? node.Plans.filter(_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4).map(readNode) : [];
    return {
        type: textOf(node['Node Type']) ?? 'unknown',
        join: textOf(node['Join Type']),
        relation: name === undefined ? undefined : { schema: textOf(node.Schema) ?? '', name },
        alias: textOf(node.Alias),
        index: textOf(node['Index Name']),
        cost: numberOf(node['Total Cost']) ?? 0,
        rows: numberOf(node['Plan Rows']) ?? 0,
        conditions: conditionFields.flatMap((field) => conditionOf(field, node[field])),
        subplan: textOf(node['Subplan Name']),
        children,
    };
}
function conditionOf(field, value) {
    return typeof value === 'string' ? [`${field}: ${(0,_query_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutLiterals */ .$M)(value)}`] : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
function numberOf(value) {
    return typeof value === 'number' ? value : undefined;
}
/** Every way in which the plan reads a relation, outermost first. What an INSERT or UPDATE writes is not read by that. */
function accessesOf(plan, heap) {
    const relation = plan.relation ?? heap;
    const below = plan.children.flatMap((child) => accessesOf(child, heapBelow(plan, relation)));
    if (relation === undefined)
        return below;
    if (plan.index !== undefined)
        return [{ relation, index: plan.index, isWhole: false }, ...below];
    if (plan.type === 'Seq Scan')
        return [{ relation, index: undefined, isWhole: true }, ...below];
    const isOther = /^(Sample|Tid|Tid Range|Foreign|Custom) Scan$/.test(plan.type);
    return isOther ? [{ relation, index: undefined, isWhole: false }, ...below] : below;
}
/**
 * The shape of a plan without its numbers: two plans of one shape do the same work in the same order.
 * @param nameOf what stands for an index, so that renaming it changes nothing
 */
function shapeOf(plan, nameOf, heap) {
    const { type, join, index, children } = plan;
    const relation = plan.relation ?? heap;
    const by = index === undefined || relation === undefined ? '' : nameOf({ relation, index });
    const below = children.map((child) => shapeOf(child, nameOf, heapBelow(plan, relation)));
    return `${JSON.stringify([type, join, plan.relation?.schema, plan.relation?.name, by])}(${below.join(',')})`;
}
/** Bitmaps of one relation are made below the scan that names it. */
function heapBelow({ type }, relation) {
    return type.startsWith('Bitmap') ? relation : undefined;
}


/***/ }),

/***/ 69443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ withoutLiterals),
/* harmony export */   F9: () => (/* binding */ parameterCount),
/* harmony export */   Gk: () => (/* binding */ kindWords),
/* harmony export */   H9: () => (/* binding */ isRead),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   k3: () => (/* binding */ hasPlan)
/* harmony export */ });
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30269);
/** The queries whose plans are compared. */

const plannable = new Set([
    'SelectStmt',
    'InsertStmt',
    'UpdateStmt',
    'DeleteStmt',
    'MergeStmt',
]);
/** SELECT INTO makes a table; EXPLAIN takes it, but it is no query. VALUES and TABLE are a SelectStmt too. */
function hasPlan({ kind, node }) {
    return plannable.has(kind) && node.intoClause === undefined;
}
/** `Vacuum`, from the parser's `VacuumStmt`: what a statement without a plan is called in the report. */
function kindWords(kind) {
    return kind
        .replace(/Stmt$/, '')
        .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toUpperCase();
}
function isRead({ kind, node }) {
    if (kind !== 'SelectStmt')
        return false;
    const text = JSON.stringify(node);
    return !/"(?:Insert|Update|Delete|Merge)Stmt":|"lockingClause":/.test(text);
}
/** The highest number among the `$n`, outside literals and comments. */
function parameterCount(tokens) {
    const numbers = tokens.flatMap(({ text }) => (/^\$\d{1,5}$/.test(text) ? Number(text.slice(1)) : []));
    return numbers.reduce((highest, number) => Math.max(highest, number), 0);
}
/** The statement on one line, without comments; literals are shown as `'…'`, since they may hold anything. */
function shownText(tokens) {
    let end = tokens[0]?.start ?? 0;
    let line = '';
    for (const token of tokens) {
        if (token.start > end)
            line += ' ';
        line += isLiteral(token.text) ? "'…'" : (0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(token.text);
        end = token.end;
    }
    return line;
}
function isLiteral(text) {
    return /^(?:[benx]|u&)?'/i.test(text) || /^\$(?!\d)[^$]*\$/u.test(text);
}
/** `'…'` for every quoted literal in what the server wrote: conditions of a plan, and messages. Quoted names stay. */
function withoutLiterals(text) {
    return text.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (found) => found.startsWith('"') ? found : "'…'");
}


/***/ }),

/***/ 82197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readRelations),
/* harmony export */   Y: () => (/* binding */ relationKey)
/* harmony export */ });
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91753);
/* harmony import */ var _postgres_catalog_transaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91212);
/* harmony import */ var _postgres_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31290);
/** What the catalog says of the relations that plans read. */



function relationKey({ schema, name }) {
    return `${schema}\0${name}`;
}
/** By `relationKey`; what is not there is left out. */
async function readRelations(session, names) {
    if (names.length === 0)
        return new Map();
    const values = [names.map(({ schema }) => schema), names.map(({ name }) => name)];
    const rows = await (0,_postgres_catalog_transaction_js__WEBPACK_IMPORTED_MODULE_0__/* .inCatalogTransaction */ .p)(session, () => session.query(relationsQuery, values));
    return new Map(rows.map((row) => [relationKey(namesOf(row, '')), factsOf(row)]));
}
const relationsQuery = `
SELECT n.nspname AS schema, c.relname AS name, c.oid::text AS oid, c.relfilenode::text AS file,
       c.reltuples::float8 AS rows, c.relnatts::int AS columns,
       rn.nspname AS root_schema, r.relname AS root_name,
       CASE WHEN r.oid = c.oid THEN c.reltuples::float8
            ELSE (SELECT coalesce(sum(p.reltuples) FILTER (WHERE p.reltuples > 0), 0)
                    FROM pg_catalog.pg_partition_tree(r.oid) t JOIN pg_catalog.pg_class p ON p.oid = t.relid
                   WHERE t.isleaf)::float8 END AS root_rows,
       (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
                 'name', ic.relname, 'quoted', pg_catalog.quote_ident(ic.relname), 'oid', ic.oid::text,
                 'rootName', xr.relname,
                 'definition', pg_catalog.pg_get_indexdef(ic.oid), 'isUnique', x.indisunique,
                 'isValid', x.indisvalid, 'hasExpressions', x.indexprs IS NOT NULL) ORDER BY ic.relname), '[]')
          FROM pg_catalog.pg_index x
          JOIN pg_catalog.pg_class ic ON ic.oid = x.indexrelid
          JOIN pg_catalog.pg_class xr ON xr.oid = coalesce(pg_catalog.pg_partition_root(ic.oid), ic.oid)
         WHERE x.indrelid = c.oid) AS indexes
  FROM ROWS FROM (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) AS asked(schema, name)
  JOIN pg_catalog.pg_namespace n ON n.nspname = asked.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = asked.name
  JOIN pg_catalog.pg_class r ON r.oid = coalesce(pg_catalog.pg_partition_root(c.oid), c.oid)
  JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace`;
function namesOf(row, prefix) {
    return { schema: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, `${prefix}schema`), name: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, `${prefix}name`) };
}
function factsOf(row) {
    return {
        ...namesOf(row, ''),
        oid: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, 'oid'),
        file: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(row, 'file'),
        rows: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'rows'),
        columns: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'columns'),
        root: namesOf(row, 'root_'),
        rootRows: (0,_postgres_row_js__WEBPACK_IMPORTED_MODULE_1__/* .numeric */ .sH)(row, 'root_rows'),
        indexes: isIndexList(row.indexes) ? row.indexes.map(indexOf) : [],
    };
}
const isIndexList = (0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .arrayOf */ .jk)((0,_guard_js__WEBPACK_IMPORTED_MODULE_2__/* .objectOf */ .Xy)({
    name: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isString */ .Kg,
    quoted: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isString */ .Kg,
    oid: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isString */ .Kg,
    rootName: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isString */ .Kg,
    definition: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isString */ .Kg,
    isUnique: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isBoolean */ .Lm,
    isValid: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isBoolean */ .Lm,
    hasExpressions: _guard_js__WEBPACK_IMPORTED_MODULE_2__/* .isBoolean */ .Lm,
}));
function indexOf({ quoted, isUnique, rootName, ...facts }) {
    const kind = `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX `;
    const shape = `${kind}${facts.definition.slice(kind.length + quoted.length)}`;
    return { ...facts, root: rootName, shape };
}


/***/ })

};
