export const id = 22;
export const ids = [22];
export const modules = {

/***/ 6572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readSchema)
/* harmony export */ });
/* harmony import */ var _postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9397);
/* harmony import */ var _schema_read_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4996);
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


/** The schema of one database. Changes nothing. */
async function readSchema({ job, uri, timeout, options }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,_postgres_connect_js__WEBPACK_IMPORTED_MODULE_0__/* .connectWhenReady */ .y)({
            uri,
            applicationName: 'database-actions/schema-diff',
            signal: job.signal,
            timeoutMs: timeout * 1000,
            log: job.log,
            settings: { statementTimeoutMs: timeout * 1000 },
        }), true);
        // Awaited here: the session ends with this function.
        return await (0,_schema_read_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readSnapshot */ .R)(session, options);
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


/***/ }),

/***/ 2969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readableUri)
/* harmony export */ });
/* harmony import */ var _create_branch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(211);

/** On a plain server nobody is given a URI of the default branch; the one that the workflow gave reads it. */
async function readableUri({ job, provider, branch, inputs }) {
    const { postgresUrl } = inputs;
    if (provider.name === 'postgres' && branch.isDefault && postgresUrl !== undefined)
        return postgresUrl;
    return (await (0,_create_branch_js__WEBPACK_IMPORTED_MODULE_0__.connectionOf)({ job, provider, inputs, branch })).direct;
}


/***/ }),

/***/ 3022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ schema_diff_definition),
  run: () => (/* binding */ run),
  schemaDiffOutputValues: () => (/* binding */ schemaDiffOutputValues),
  schemaDiffOutputs: () => (/* binding */ schemaDiffOutputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(7342);
// EXTERNAL MODULE: ./build/runtime/definition.js
var definition = __webpack_require__(654);
// EXTERNAL MODULE: ./build/runtime/input.js
var input = __webpack_require__(623);
// EXTERNAL MODULE: ./build/schema/diff-section.js + 3 modules
var diff_section = __webpack_require__(996);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(1325);
;// CONCATENATED MODULE: ./build/schema/diff-json.js


/**
 * The diff as a file for machines (docs/schemas/schema-diff.schema.json). An attribute's `null` is Postgres's default.
 * The same two schemas give the same bytes.
 */
function serializeDiff(comparison) {
    const { diff, basis, later, conflicts = [] } = comparison;
    const document = {
        format: 'database-actions/schema-diff',
        version: 1,
        changed: diff.changes.length > 0,
        summary: (0,diff_section/* diffSummary */.c)(comparison),
        basis,
        versions: diff.versions,
        notes: diff.notes,
        notCompared: diff.notCompared,
        changes: diff.changes,
        changedInParent: later?.changes ?? null,
        conflicts: conflicts.map(({ object, preview, parent }) => ({ object, preview, parent })),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
const value = {
    anyOf: [
        { type: 'string' },
        { type: 'number' },
        { const: true },
        { type: 'array', items: { type: 'string' } },
    ],
};
const objectName = {
    type: 'object',
    required: ['kind', 'schema', 'parent', 'name'],
    properties: {
        kind: { enum: object_kinds/* kindNames */.$1 },
        schema: { type: ['string', 'null'] },
        parent: { type: ['string', 'null'], description: 'The table or view that it belongs to.' },
        name: { type: 'string' },
    },
};
const attributeChanges = {
    type: 'array',
    items: {
        type: 'object',
        required: ['name', 'from', 'to'],
        properties: {
            name: { type: 'string' },
            from: { anyOf: [value, { type: 'null' }] },
            to: { anyOf: [value, { type: 'null' }] },
        },
    },
};
const facts = {
    object: objectName,
    isWithin: { type: 'boolean', description: 'Its table was itself added or removed.' },
    inheritedBy: { type: 'integer', minimum: 0, description: 'Partitions and children with the same change.' },
};
function change(properties, attributes) {
    const all = { ...properties, ...facts, attributes };
    return { type: 'object', required: Object.keys(all), properties: all };
}
const objectChange = {
    anyOf: [
        change({ change: { enum: ['added', 'removed'] } }, { type: 'object', additionalProperties: value }),
        change({ change: { const: 'changed' } }, attributeChanges),
        change({
            change: { const: 'renamed' },
            from: objectName,
            why: { type: 'string' },
            isCertain: { type: 'boolean', description: 'False: it may as well be a removal and an addition.' },
        }, attributeChanges),
    ],
};
/** JSON Schema (draft 7) of `serializeDiff`. */
function diffSchema() {
    const changes = { type: 'array', items: { $ref: '#/definitions/change' } };
    const versions = { from: { type: 'integer' }, to: { type: 'integer' } };
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-diff.schema.json',
        title: 'Schema diff of NeonHub Database Actions',
        description: 'What is different in the new schema. All text is untrusted: whoever shows it escapes it.',
        definitions: { change: objectChange },
        type: 'object',
        required: [
            'format',
            'version',
            'changed',
            'summary',
            'basis',
            'versions',
            'notes',
            'notCompared',
            'changes',
        ],
        properties: {
            format: { const: 'database-actions/schema-diff' },
            version: { const: 1 },
            changed: { type: 'boolean' },
            summary: { type: 'string' },
            basis: { type: 'string' },
            versions: { type: 'object', required: ['from', 'to'], properties: versions },
            notes: { type: 'array', items: { type: 'string' } },
            notCompared: {
                type: 'array',
                items: {
                    type: 'object',
                    required: ['kind', 'reason'],
                    properties: { kind: { enum: kindNames }, reason: { type: 'string' } },
                },
            },
            changes,
            changedInParent: { anyOf: [changes, { type: 'null' }] },
            conflicts: {
                type: 'array',
                items: {
                    type: 'object',
                    required: ['object', 'preview', 'parent'],
                    properties: { object: objectName, preview: objectChange, parent: objectChange },
                },
            },
        },
    };
}

// EXTERNAL MODULE: ./build/schema/diff-snapshots.js + 5 modules
var diff_snapshots = __webpack_require__(8189);
// EXTERNAL MODULE: ./build/schema/snapshot-file.js
var snapshot_file = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/actions/check-schema.js + 23 modules
var check_schema = __webpack_require__(5255);
// EXTERNAL MODULE: ./build/actions/common-inputs.js + 1 modules
var common_inputs = __webpack_require__(7785);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/actions/open-provider.js
var open_provider = __webpack_require__(5766);
// EXTERNAL MODULE: ./build/actions/project-place.js
var project_place = __webpack_require__(3211);
// EXTERNAL MODULE: ./build/actions/read-schema.js
var read_schema = __webpack_require__(6572);
// EXTERNAL MODULE: ./build/actions/readable-uri.js
var readable_uri = __webpack_require__(2969);
;// CONCATENATED MODULE: ./build/actions/schema-side.js
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









/** Whether the text is a connection URI; then it holds a password. */
function isUri(text) {
    return /^postgres(ql)?:\/\//i.test(text);
}
/** Before anything is logged: an input that may be a name is not masked by its kind. */
function maskSide(job, value) {
    if (!isUri(value))
        return;
    for (const secret of (0,connection_uri/* secretsOf */.Fj)(value))
        job.mask(secret);
}
/** One side of the comparison, whatever it was given as. @throws UserError when it is none of these */
async function resolveSide(request) {
    const { job, inputs, value } = request;
    const options = { schemas: inputs.schemas };
    if (isUri(value)) {
        const { host, database } = (0,connection_uri/* parseConnectionUri */.sq)(value);
        const snapshot = await (0,read_schema/* readSchema */.G)({ job, uri: value, timeout: inputs.timeout, options });
        return { snapshot, name: `the database "${database}" on ${host}` };
    }
    const path = (0,external_node_path_.resolve)((0,project_place/* projectDirectory */.t)(job, inputs.workingDirectory), value);
    if (value.endsWith('.json') || isFile(path))
        return fileSide(request, path);
    return branchSide(request);
}
function isFile(path) {
    return (0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isFile();
}
function fileSide({ value, input }, path) {
    if (!isFile(path))
        throw new errors/* UserError */.yo(`Input \`${input}\`: there is no file "${value}".`, {
            hint: `It is looked for at ${path}. A snapshot of an earlier run has to be downloaded first (actions/download-artifact).`,
        });
    if (value.endsWith('.prisma'))
        throw new errors/* UserError */.yo(`Input \`${input}\`: "${value}" is a Prisma schema, not a snapshot.`, {
            hint: 'Give a database that has its migrations; `check-schema` compares a database with the Prisma schema.',
        });
    return { snapshot: (0,snapshot_file/* parseSnapshotText */.tN)((0,external_node_fs_.readFileSync)(path, 'utf8'), value), name: `the snapshot ${value}` };
}
/** Any branch: it is only read. */
async function branchSide({ job, inputs, value, input }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const provider = __addDisposableResource(env_1, await (0,open_provider/* openProvider */.C)(job, inputs), true);
        const branch = await provider.findBranch(value);
        if (branch === undefined)
            throw new errors/* UserError */.yo(`Input \`${input}\`: "${value}" is no branch on ${provider.name}.`, {
                hint: 'Give a connection URI, the name of a branch, or the path of a snapshot file.',
            });
        const snapshot = await (0,read_schema/* readSchema */.G)({
            job,
            uri: await (0,readable_uri/* readableUri */.J)({ job, provider, inputs, branch }),
            timeout: inputs.timeout,
            options: { schemas: inputs.schemas },
        });
        return { snapshot, name: `the branch ${branch.name}` };
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

// EXTERNAL MODULE: ./build/actions/section-outcome.js
var section_outcome = __webpack_require__(5102);
// EXTERNAL MODULE: ./build/actions/stages.js
var stages = __webpack_require__(4737);
;// CONCATENATED MODULE: ./build/actions/schema-diff.js














const schemaDiffOutputs = {
    changed: '`true` when the two schemas differ.',
    summary: 'What differs in one line, such as `2 tables changed, 1 view added`.',
    'diff-path': 'The difference as JSON (docs/schemas/schema-diff.schema.json).',
};
const schema_diff_definition = (0,definition/* defineAction */.QP)({
    name: 'schema-diff',
    title: 'Compare two schemas',
    description: 'Says what differs between two schemas, object by object: two databases, two branches, or a snapshot of an earlier run.',
    icon: 'git-pull-request',
    permissions: ['None: it talks to the databases and the provider only.'],
    inputs: {
        from: input/* required */.mw({
            description: 'The old side: a connection URI (from a secret), the name of a branch, or the path of a snapshot file.',
        }),
        to: input/* required */.mw({ description: 'The new side, given in the same ways.' }),
        'include-objects': input/* list */.p_({
            description: 'Only these objects: `schema.table`, `schema.*`, or with a kind before it, such as `view:public.*`. Default: all.',
        }),
        'exclude-objects': input/* list */.p_({
            description: "Objects to leave out, in the same forms. Prisma's `_prisma_migrations` and what extensions brought are always left out.",
        }),
        'column-order': input/* boolean */.zM({
            description: 'Also tell where only the order of columns differs.',
            default: 'false',
        }),
        schemas: check_schema.schemaCheckInputs.schemas,
        key: common_inputs/* branchInputs */.Eh.key,
        ...common_inputs/* providerInputs */.HV,
        ...common_inputs/* databaseInputs */.dM,
        ...common_inputs/* workspaceInputs */.XW,
        ...common_inputs/* failOnInput */.cR,
    },
    outputs: {
        ...schemaDiffOutputs,
        'snapshot-path': 'The new side as a snapshot file, to be kept and compared with later.',
        status: '`passed`, `warning` or `failed`.',
    },
});
function run(io) {
    for (const value of [io.inputs.from, io.inputs.to])
        maskSide(io, value);
    const step = { key: io.inputs.key ?? '', id: 'schema-diff', title: 'Schema changes' };
    return (0,stages/* leavingSection */.k)(io, step, () => compareAndTell(io));
}
async function compareAndTell(io) {
    const { inputs } = io;
    const [from, to] = await Promise.all(['from', 'to'].map((name) => resolveSide({ job: io, inputs, value: inputs[name], input: name })));
    if (from === undefined || to === undefined)
        throw new Error('A side of the comparison is missing.');
    const comparison = {
        diff: (0,diff_snapshots/* diffSnapshots */.V)(from.snapshot, to.snapshot, {
            include: inputs.includeObjects,
            exclude: ['*._prisma_migrations', ...inputs.excludeObjects],
            columnOrder: inputs.columnOrder,
        }),
        from: from.snapshot,
        to: to.snapshot,
        basis: `What is different in ${to.name}, compared with ${from.name}.`,
        hasSizes: true,
    };
    for (const [name, value] of schemaDiffOutputValues(io, inputs.key ?? '', comparison))
        io.output(name, value);
    const snapshotPath = (0,external_node_path_.join)(io.reports.directory(inputs.key ?? ''), 'schema-snapshot.json');
    (0,external_node_fs_.writeFileSync)(snapshotPath, io.redact((0,snapshot_file/* serializeSnapshot */.DP)(to.snapshot)));
    io.output('snapshot-path', snapshotPath);
    const section = (0,diff_section/* schemaDiffSection */.k)(comparison);
    io.reports.writeSection(inputs.key ?? '', section);
    io.output('status', (0,verdict/* statusOf */.c2)(section));
    (0,section_outcome/* concludeSection */.jU)(io, section, inputs.failOn);
}
/** Writes the diff beside the report, and says where. */
function schemaDiffOutputValues(job, key, comparison) {
    const path = (0,external_node_path_.join)(job.reports.directory(key), 'schema-diff.json');
    (0,external_node_fs_.writeFileSync)(path, job.redact(serializeDiff(comparison)));
    return [
        ['changed', String(comparison.diff.changes.length > 0)],
        ['summary', (0,diff_section/* diffSummary */.c)(comparison)],
        ['diff-path', path],
    ];
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ diffSummary),
  k: () => (/* binding */ schemaDiffSection)
});

// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(8586);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(9362);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(6967);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(547);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(6757);
// EXTERNAL MODULE: ./build/schema/diff-words.js
var diff_words = __webpack_require__(1591);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(1325);
;// CONCATENATED MODULE: ./build/schema/diff-findings.js






const dropsRows = {
    id: 'drops-data',
    title: 'A table or column that holds data is dropped',
    severity: 'warning',
    why: 'What is in it is gone with the deploy, and only a backup brings it back. Empty tables are not reported. The number of rows is the planner’s estimate.',
};
const maybeRename = {
    id: 'drop-or-rename',
    title: 'A drop and an add that look like a rename',
    severity: 'warning',
    why: 'Two schemas do not tell whether something was renamed (its data stay) or dropped and made anew (they are lost); the names that changed are all there is to see.',
};
const conflicting = {
    id: 'schema-conflict',
    title: 'The parent has changed the same object since',
    severity: 'warning',
    why: 'Another migration was merged that changes the same object: this one was rehearsed on a schema that is no longer there. Take in the parent and run again, with a fresh branch (`reset: always`).',
};
const notCompared = {
    id: 'schema-not-compared',
    title: 'Something of the schema could not be seen',
    severity: 'notice',
    why: 'The role lacks a privilege on a system catalog: no difference is told of what is in it, and the absence of one says nothing.',
};
/** Every rule of the schema diff, for the documentation. */
const schemaDiffRules = [dropsRows, maybeRename, conflicting, notCompared];
function diffFindings({ diff, sizes, conflicts }) {
    return [
        ...diff.changes.flatMap((change) => lossFinding(change, sizes)),
        ...diff.changes.flatMap(renameFinding),
        ...conflicts.map(conflictFinding),
        ...diff.notCompared.map(({ kind, reason }) => (0,rule/* findingOf */.h)(notCompared, {
            subject: object_kinds/* objectKinds */.rz[kind].plural,
            message: `Not compared: ${reason}.`,
        })),
    ];
}
function lossFinding(change, sizes) {
    const { object } = change;
    if (change.change !== 'removed' || change.isWithin)
        return [];
    if (object.kind !== 'table' && object.kind !== 'column')
        return [];
    const table = object.kind === 'table' ? object.name : (object.parent ?? '');
    const size = sizes.get(`${object.schema}\0${table}`);
    if (size === undefined || size.rows === 0 || (size.rows < 0 && size.bytes === 0))
        return [];
    return [
        (0,rule/* findingOf */.h)(dropsRows, {
            subject: (0,diff_words/* displayObject */.Gv)(object),
            message: `This ${object.kind} is dropped, with what it holds.`,
            evidence: `${object.kind === 'column' ? 'Its table has ' : ''}${sizeWords(size)} before`,
        }),
    ];
}
/** `about 184,213 rows, 12 MB`, by the planner's estimate. */
function sizeWords({ rows, bytes }) {
    if (rows === 0 || (rows < 0 && bytes === 0))
        return 'empty';
    if (rows < 0)
        return `never analysed, ${(0,quantity/* formatBytes */.z3)(bytes)}`;
    const count = `about ${(0,quantity/* formatCount */.B4)(rows)} ${rows === 1 ? 'row' : 'rows'}`;
    // A partitioned table has no pages of its own.
    return bytes === 0 ? count : `${count}, ${(0,quantity/* formatBytes */.z3)(bytes)}`;
}
function renameFinding(change) {
    if (change.change !== 'renamed' || change.isCertain)
        return [];
    const { object, from } = change;
    if (object.kind !== 'table' && object.kind !== 'column')
        return [];
    const statement = object.kind === 'table'
        ? `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)({ schema: from.schema ?? '', name: from.name })} RENAME TO ${(0,identifier/* quoteIdentifier */.C)(object.name)};`
        : `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)({ schema: object.schema ?? '', name: object.parent ?? '' })} RENAME COLUMN ${(0,identifier/* quoteIdentifier */.C)(from.name)} TO ${(0,identifier/* quoteIdentifier */.C)(object.name)};`;
    return [
        (0,rule/* findingOf */.h)(maybeRename, {
            subject: (0,diff_words/* displayObject */.Gv)(object),
            message: `${(0,diff_words/* displayObject */.Gv)(from)} is gone and ${(0,diff_words/* displayObject */.Gv)(object)} is new; ${change.why}. Does the migration rename it?`,
            fix: statement,
        }),
    ];
}
function conflictFinding({ object, preview, parent }) {
    return (0,rule/* findingOf */.h)(conflicting, {
        subject: (0,diff_words/* displayObject */.Gv)(object),
        message: `The preview has this ${object_kinds/* objectKinds */.rz[object.kind].label} ${diff_words/* changeWords */.mF[preview.change]}; the parent has changed it as well since the branch was made.`,
        evidence: `Preview: ${(0,diff_words/* describeChange */.uQ)(preview)}. Parent: ${diff_words/* changeWords */.mF[parent.change]} ${(0,diff_words/* describeChange */.uQ)(parent)}.`,
    });
}
/** For the summary: `2 conflicts`. */
function conflictWords(conflicts) {
    return conflicts.length === 0
        ? ''
        : (0,quantity/* counted */.hS)(conflicts.length, 'conflict with the parent', 'conflicts with the parent');
}

;// CONCATENATED MODULE: ./build/schema/diff-patch.js


/** Lines that a comment still holds; the whole is in the JSON file. */
const mostLines = 1_500;
const mostLinesOfText = 60;
/** Every change, attribute by attribute, as a text that GitHub colours as a patch. */
function patchText(groups) {
    const lines = groups.flatMap(groupLines);
    if (lines.length <= mostLines)
        return lines.join('\n');
    return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more lines`].join('\n');
}
const marks = { added: '+', removed: '-', changed: '!', renamed: '!' };
function groupLines({ object, own, parts }) {
    const title = own === undefined ? `  ${object_kinds/* objectKinds */.rz[object.kind].label} ${(0,diff_words/* displayObject */.Gv)(object)}` : ownLine(own);
    const ordered = parts.toSorted((left, right) => diff_words/* changeOrder */.ve.indexOf(left.change) - diff_words/* changeOrder */.ve.indexOf(right.change));
    return [title, ...(own === undefined ? [] : texts(own)), ...ordered.flatMap(partLines)];
}
function ownLine(change) {
    return `${marks[change.change]} ${oneLine((0,diff_words/* describeChange */.uQ)(change))}`;
}
function partLines(change) {
    return [`${marks[change.change]}   ${oneLine((0,diff_words/* describeChange */.uQ)(change))}`, ...texts(change)];
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ');
}
/** Old and new lines of a view, a function, a policy. */
function texts(change) {
    if (change.change === 'added' || change.change === 'removed')
        return [];
    return change.attributes.filter(isText).flatMap((attribute) => textLines(attribute));
}
function isText({ from, to }) {
    return (0,diff_words/* isLong */.x7)(from) || (0,diff_words/* isLong */.x7)(to);
}
function textLines(attribute) {
    const { name, from, to } = attribute;
    if (typeof from !== 'string' || typeof to !== 'string')
        return [`      ${(0,diff_words/* describeAttribute */.ew)(attribute)}`];
    const [olds, news] = [from.split('\n'), to.split('\n')];
    let start = 0;
    while (start < olds.length && start < news.length && olds[start] === news[start])
        start += 1;
    let end = 0;
    while (end < olds.length - start &&
        end < news.length - start &&
        olds[olds.length - 1 - end] === news[news.length - 1 - end])
        end += 1;
    const part = (lines, mark) => lines.slice(start, lines.length - end).map((line) => `${mark}       ${line}`);
    const changed = [...part(olds, '-'), ...part(news, '+')];
    const kept = changed.slice(0, mostLinesOfText);
    const more = changed.length > kept.length ? [`        … and ${changed.length - kept.length} more lines`] : [];
    return [`      ${(0,diff_words/* attributeLabel */.T0)(name)}, from its line ${start + 1}:`, ...kept, ...more];
}

// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(269);
// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(1286);
// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(1736);
;// CONCATENATED MODULE: ./build/schema/er-diagram.js
/** The changed part of a schema as a Mermaid entity-relationship diagram. */




/** More than this is a wall-paper, no diagram. */
const mostTables = 12;
const mostNeighbours = 8;
const mostColumns = 10;
/** Undefined where no table changed. Tables that foreign keys lead to or come from are drawn in grey, without their columns. */
function erDiagram(groups, sides) {
    const tables = groups.filter(({ object }) => object.kind === 'table' || object.kind === 'foreign table');
    if (tables.length === 0)
        return undefined;
    const drawn = tables.slice(0, mostTables);
    const names = new Map(drawn.map(({ object }) => [placeOf(object), object.name]));
    const keys = foreignKeys(sides);
    const neighbours = neighboursOf(keys, names);
    const ids = new Map([...names.keys(), ...neighbours].map((place, index) => [place, `t${index + 1}`]));
    const columns = columnsByTable(sides);
    const lines = [
        'erDiagram',
        ...drawn.flatMap((group) => entityLines(group, { ids, columns, keys })),
        ...neighbours.map((place) => `  ${ids.get(place)}["${label(place)}"]`),
        ...keys.flatMap((key) => edgeLine(key, ids)),
        ...classLines(drawn, { ids, neighbours }),
    ];
    return { text: lines.join('\n'), leftOut: tables.length - drawn.length };
}
function placeOf({ schema, name }) {
    return `${schema ?? ''}\0${name}`;
}
/** Of the new side, and those of the old one that are gone. */
function foreignKeys({ from, to }) {
    const there = new Set(to.objects.filter(({ kind }) => kind === 'constraint').map(snapshot/* keyOf */.TN));
    const read = (object, isRemoved) => {
        const { references, columns, inheritedFrom } = object.attributes;
        if (object.kind !== 'constraint' || !(0,same/* isList */.Lv)(references) || (0,same/* isList */.Lv)(inheritedFrom))
            return [];
        const [schema = '', name = ''] = references;
        return [
            {
                child: placeOf({ schema: object.schema, name: object.parent ?? '' }),
                parent: placeOf({ schema, name }),
                columns: (0,same/* isList */.Lv)(columns) ? columns : [],
                isRemoved,
            },
        ];
    };
    return [
        ...to.objects.flatMap((object) => read(object, false)),
        ...from.objects.filter((object) => !there.has((0,snapshot/* keyOf */.TN)(object))).flatMap((object) => read(object, true)),
    ];
}
function neighboursOf(keys, drawn) {
    const found = keys
        .filter(({ isRemoved }) => !isRemoved)
        .flatMap(({ child, parent }) => {
        if (drawn.has(child) && !drawn.has(parent))
            return [parent];
        return drawn.has(parent) && !drawn.has(child) ? [child] : [];
    });
    return [...new Set(found)].toSorted().slice(0, mostNeighbours);
}
function columnsByTable({ from, to }) {
    const tables = new Map();
    // The old side first: what both have is taken from the new one.
    for (const object of [...from.objects, ...to.objects]) {
        if (object.kind !== 'column')
            continue;
        const place = placeOf({ schema: object.schema, name: object.parent ?? '' });
        const columns = tables.get(place) ?? new Map();
        tables.set(place, columns.set(object.name, object));
    }
    return tables;
}
function entityLines({ object, parts, change }, drawing) {
    const place = placeOf(object);
    const columns = drawing.columns.get(place) ?? new Map();
    const keys = new Set(drawing.keys.filter(({ child }) => child === place).flatMap((key) => key.columns));
    const whole = change === 'added' || change === 'removed';
    const changed = parts.filter((part) => part.object.kind === 'column');
    const shown = whole ? [...columns.keys()] : changed.map((part) => part.object.name);
    const lines = shown.slice(0, mostColumns).map((name) => {
        const part = changed.find((candidate) => candidate.object.name === name);
        const word = whole || part === undefined ? '' : ` "${columnWord(part)}"`;
        return `    ${typeWord(columns.get(name))} ${er_diagram_identifier(name)}${keys.has(name) ? ' FK' : ''}${word}`;
    });
    const rest = shown.length - mostColumns;
    const more = rest > 0 ? [`    and more "${rest} more"`] : [];
    const head = `  ${drawing.ids.get(place)}["${label(place)}"]`;
    return lines.length === 0 ? [head] : [`${head} {`, ...lines, ...more, '  }'];
}
function columnWord(change) {
    switch (change.change) {
        case 'added':
            return 'added';
        case 'removed':
            return 'dropped';
        case 'renamed':
            return plainText(`${change.isCertain ? 'was' : 'perhaps was'} ${change.from.name}`);
        case 'changed':
            return 'changed';
    }
}
/** Short names of types with long ones. */
const shortTypes = [
    [/^character varying/, 'varchar'],
    [/^character\b/, 'char'],
    [/^timestamp(\(\d\))? with time zone/, 'timestamptz'],
    [/^timestamp(\(\d\))? without time zone/, 'timestamp'],
    [/^time(\(\d\))? with time zone/, 'timetz'],
    [/^time(\(\d\))? without time zone/, 'time'],
    [/^double precision/, 'float8'],
];
function typeWord(column) {
    const type = column?.attributes.type;
    const text = typeof type === 'string' ? type : 'unknown';
    const short = shortTypes.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
    return er_diagram_identifier(short.replace(/^[\w$]+\./, ''));
}
/** What Mermaid takes as a word of an attribute: anything else becomes an underscore; its key words are kept apart. */
function er_diagram_identifier(name) {
    const word = (0,visible_text/* cutMiddle */.it)(name, 40).replace(/[^A-Za-z0-9_()]/g, '_');
    const started = /^[A-Za-z]/.test(word) ? word : `c${word}`;
    return /^(pk|fk|uk)$/i.test(started) ? `${started}_` : started;
}
function label(place) {
    const [schema = '', name = ''] = place.split('\0');
    return plainText((0,object_name/* displayName */.QC)({ schema, name }));
}
/** Text between Mermaid's quotes: letters, digits and harmless signs. */
function plainText(text) {
    return (0,visible_text/* cutMiddle */.it)(text, 60).replace(/[^\p{L}\p{N}_.$ -]/gu, '_') || '_';
}
function edgeLine({ child, parent, columns, isRemoved }, ids) {
    const [from, to] = [ids.get(parent), ids.get(child)];
    if (from === undefined || to === undefined)
        return [];
    const text = plainText(columns.join(' '));
    return [`  ${from} ||--o{ ${to} : "${isRemoved ? `${text} - dropped` : text}"`];
}
/** Colours that let the background through and leave the text to the theme: they are drawn in light and in dark. */
const classes = {
    added: 'fill:#2da44e40,stroke:#2da44e,stroke-width:2px',
    removed: 'fill:#cf222e40,stroke:#cf222e,stroke-width:2px',
    changed: 'fill:#d4a72c40,stroke:#bf8700,stroke-width:2px',
    neighbour: 'fill:#818b9826,stroke:#818b98',
};
function classLines(drawn, { ids, neighbours }) {
    const members = (name) => name === 'neighbour'
        ? neighbours
        : drawn
            .filter(({ change }) => (change === 'renamed' ? 'changed' : change) === name)
            .map(({ object }) => placeOf(object));
    return ['added', 'removed', 'changed', 'neighbour'].flatMap((name) => {
        const list = members(name).flatMap((place) => ids.get(place) ?? []);
        return list.length === 0
            ? []
            : [`  classDef ${name} ${classes[name]}`, `  class ${list.join(',')} ${name}`];
    });
}

;// CONCATENATED MODULE: ./build/schema/diff-section.js







const mostRows = 60;
const diff_section_mostLines = 8;
/** One line, `2 tables changed, 1 view added`; that nothing is different. */
function diffSummary({ diff }) {
    return (0,diff_words/* summaryOf */.YG)((0,diff_words/* groupChanges */.tw)(diff)) || 'No change';
}
/** The section: a table by object, a diagram of the changed part, every attribute folded. */
function schemaDiffSection(comparison) {
    const { diff, conflicts = [], later } = comparison;
    const groups = (0,diff_words/* groupChanges */.tw)(diff);
    const sizes = new Map((comparison.hasSizes ? comparison.from.sizes : []).map((size) => [`${size.schema}\0${size.name}`, size]));
    const findings = diffFindings({ diff, sizes, conflicts });
    const worst = (0,finding/* worstSeverity */.Lc)(findings);
    return {
        id: 'schema-diff',
        title: 'Schema changes',
        status: worst === 'error' ? 'failed' : worst === 'warning' ? 'warning' : 'passed',
        summary: [diffSummary(comparison), conflictWords(conflicts)].filter((part) => part !== '').join(', '),
        blocks: [
            { kind: 'text', text: comparison.basis },
            ...diff.notes.map((text) => ({ kind: 'text', text })),
            ...(groups.length === 0 ? [] : [objectTable(groups, sizes)]),
            ...diagramBlocks(groups, comparison),
            ...(groups.length === 0 ? [] : [patchBlock(groups)]),
            ...laterBlocks(later),
        ],
        findings,
    };
}
function objectTable(groups, sizes) {
    const rows = groups.slice(0, mostRows).map((group) => objectRow(group, sizes));
    const rest = groups.length - rows.length;
    const more = rest > 0 ? [[`… and ${(0,quantity/* counted */.hS)(rest, 'object')}`, '', 'in the list below']] : [];
    return {
        kind: 'table',
        columns: [{ title: 'Object' }, { title: 'Change' }, { title: 'What' }],
        rows: [...rows, ...more],
    };
}
function objectRow(group, sizes) {
    const { object, change, own } = group;
    const lines = [...ownLines(group, sizes), ...diff_section_partLines(group)];
    const shown = lines.slice(0, diff_section_mostLines);
    const more = lines.length > shown.length ? [`… and ${lines.length - shown.length} more`] : [];
    const word = own?.change === 'renamed' && !own.isCertain ? 'perhaps renamed' : diff_words/* changeWords */.mF[change];
    return [
        { lines: [{ code: (0,diff_words/* displayObject */.Gv)(object) }, object_kinds/* objectKinds */.rz[object.kind].label] },
        change === 'removed' ? word.toUpperCase() : word,
        { lines: [...shown, ...more] },
    ];
}
/** What a whole object was, or what of it itself has changed. */
function ownLines({ own, object, change, parts }, sizes) {
    if (own === undefined)
        return [];
    if (own.change === 'renamed') {
        const was = `was ${(0,diff_words/* displayObject */.Gv)(own.from)}${own.isCertain ? '' : `: ${own.why}`}`;
        return [was, ...own.attributes.map(diff_words/* describeAttribute */.ew)];
    }
    if (own.change === 'changed')
        return own.attributes.map(diff_words/* describeAttribute */.ew);
    const size = change === 'removed' ? sizes.get(`${object.schema}\0${object.name}`) : undefined;
    const rest = (0,diff_words/* describeChange */.uQ)({ ...own, inheritedBy: 0 })
        .split(': ')
        .slice(1)
        .join(': ');
    return [
        ...(size === undefined ? [] : [sizeWords(size)]),
        ...(rest === '' ? [] : [rest]),
        ...(parts.length === 0 ? [] : [partCounts(parts)]),
    ];
}
/** `with 8 columns, 2 indexes`. */
function partCounts(parts) {
    const kinds = [...new Set(parts.map(({ object }) => object.kind))];
    const counts = kinds.map((kind) => {
        const { label, plural } = object_kinds/* objectKinds */.rz[kind];
        return (0,quantity/* counted */.hS)(parts.filter(({ object }) => object.kind === kind).length, label, plural);
    });
    return `with ${counts.join(', ')}`;
}
const signs = { added: '+', removed: '−', changed: '~', renamed: '~' };
/** Of a table that stays; what came or went with a whole table is only counted. */
function diff_section_partLines({ parts, change }) {
    if (change === 'added' || change === 'removed')
        return [];
    return parts
        .toSorted((left, right) => diff_words/* changeOrder */.ve.indexOf(left.change) - diff_words/* changeOrder */.ve.indexOf(right.change))
        .map((part) => `${signs[part.change]} ${(0,diff_words/* describeChange */.uQ)(part)}`);
}
function diagramBlocks(groups, { from, to }) {
    const diagram = erDiagram(groups, { from, to });
    if (diagram === undefined)
        return [];
    const caption = diagram.leftOut === 0
        ? 'Changed tables, and in grey what they refer to'
        : `Changed tables (${diagram.leftOut} more did not fit), and in grey what they refer to`;
    return [{ kind: 'details', title: 'Diagram', blocks: [{ kind: 'mermaid', text: diagram.text, caption }] }];
}
function patchBlock(groups) {
    return {
        kind: 'details',
        title: 'Every attribute',
        blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
    };
}
function laterBlocks(later) {
    const groups = later === undefined ? [] : (0,diff_words/* groupChanges */.tw)(later);
    if (groups.length === 0)
        return [];
    return [
        {
            kind: 'details',
            title: `Changed in the parent since, not by this pull request: ${(0,diff_words/* summaryOf */.YG)(groups)}`,
            blocks: [{ kind: 'code', language: 'diff', text: patchText(groups) }],
        },
    ];
}


/***/ })

};
