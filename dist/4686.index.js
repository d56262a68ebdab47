export const id = 4686;
export const ids = [4686];
export const modules = {

/***/ 16042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
// EXTERNAL MODULE: ./build/report/visible-text.js
var visible_text = __webpack_require__(30269);
;// CONCATENATED MODULE: ./build/nearest-name.js
/** The candidate that a mistyped name most likely means, or undefined when none is near. */
function nearestName(name, candidates) {
    const wanted = name.toLowerCase().slice(0, longest);
    const allowed = Math.max(1, Math.floor(wanted.length / 3));
    const near = candidates
        .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
        .filter((entry) => entry.distance <= allowed)
        .toSorted((left, right) => left.distance - right.distance);
    return near[0]?.candidate;
}
const longest = 80;
/** Levenshtein's: how many letters to add, drop or change. */
function distance(left, right) {
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= right.length; column += 1) {
            const changed = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
            current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[right.length] ?? 0;
}

;// CONCATENATED MODULE: ./build/checks/configuration/config-value.js
/** Something in the file is not as it should be. The reader adds the file's name. */
class ConfigMistake extends Error {
    name = 'ConfigMistake';
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}

;// CONCATENATED MODULE: ./build/checks/configuration/config-shape.js
/**
 * One definition of a part of the configuration: how it is read, and the JSON Schema that tells an editor the same. Other than
 * the shapes of a report (`src/report/shape.ts`), an unknown name is a mistake, and mistakes have a line and a column.
 */



function described(shape, description) {
    return { schema: { description, ...shape.schema }, read: shape.read };
}
const longestText = 1_000;
/** Text of at least one and at most a thousand characters. */
function config_shape_text({ allowed, pattern } = { allowed: 'a text' }) {
    return {
        schema: {
            type: 'string',
            minLength: 1,
            maxLength: longestText,
            ...(pattern === undefined ? {} : { pattern: pattern.source }),
        },
        read(value) {
            const found = value.kind === 'scalar' ? value.value : undefined;
            if (typeof found !== 'string' || found.trim() === '' || pattern?.test(found) === false)
                throw unexpected(value, allowed);
            if (found.length > longestText)
                throw new ConfigMistake(`This text is longer than ${longestText} characters.`, value.at);
            return found;
        },
    };
}
function number(minimum, maximum) {
    return {
        schema: { type: 'number', minimum, maximum },
        read(value) {
            const found = value.kind === 'scalar' ? value.value : undefined;
            if (typeof found !== 'number' || !(found >= minimum && found <= maximum))
                throw unexpected(value, `a number from ${minimum} to ${maximum}`);
            return found;
        },
    };
}
const flag = {
    schema: { type: 'boolean' },
    read(value) {
        if (value.kind === 'scalar' && typeof value.value === 'boolean')
            return value.value;
        throw unexpected(value, 'true or false');
    },
};
/** Nothing behind the colon. */
const empty = {
    schema: { type: 'null' },
    read(value) {
        if (value.kind === 'scalar' && value.value === null)
            return undefined;
        throw unexpected(value, 'a map, or nothing');
    },
};
function choice(...allowed) {
    return {
        schema: allowed.length === 1 ? { const: allowed[0] } : { enum: allowed },
        read(value) {
            const found = value.kind === 'scalar' ? value.value : undefined;
            const chosen = allowed.find((candidate) => candidate === found);
            if (chosen !== undefined)
                return chosen;
            const near = typeof found === 'string' ? nearestName(found, allowed.map(String)) : undefined;
            throw unexpected(value, allowed.join(', '), near);
        },
    };
}
function listOf(item, max) {
    return {
        schema: { type: 'array', items: item.schema, maxItems: max },
        read(value) {
            if (value.kind !== 'list')
                throw unexpected(value, 'a list');
            if (value.items.length > max)
                throw new ConfigMistake(`This list has ${value.items.length} entries, more than ${max}.`, value.at);
            return value.items.map((entry) => item.read(entry));
        },
    };
}
/** A map of known names; anything else in it is a mistake. */
function record(required, optional) {
    const fields = { ...required, ...optional };
    const properties = Object.entries(fields).map(([name, { schema }]) => [name, schema]);
    return {
        schema: {
            type: 'object',
            ...(Object.keys(required).length === 0 ? {} : { required: Object.keys(required) }),
            additionalProperties: false,
            properties: Object.fromEntries(properties),
        },
        read(value) {
            if (value.kind !== 'map')
                throw unexpected(value, `a map of ${Object.keys(fields).join(', ')}`);
            const read = value.entries.map((entry) => [entry.key, knownShape(fields, entry).read(entry.value)]);
            const missing = Object.keys(required).find((name) => !value.entries.some(({ key }) => key === name));
            if (missing !== undefined)
                throw new ConfigMistake(`\`${missing}\` is missing here.`, value.at);
            // Every field has just been read by its own shape; TypeScript cannot follow that through `fromEntries`.
            return Object.fromEntries(read);
        },
    };
}
/** The same kind of value behind each of many known names. */
function mapOfKnown(fields) {
    const { schema } = record({}, fields);
    return {
        schema,
        read(value) {
            if (value.kind !== 'map')
                throw unexpected(value, 'a map');
            return new Map(value.entries.map((entry) => [entry.key, knownShape(fields, entry).read(entry.value)]));
        },
    };
}
function knownShape(fields, { key, keyAt }) {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (shape !== undefined)
        return shape;
    const known = Object.keys(fields);
    const near = nearestName(key, known);
    const hint = near === undefined
        ? known.length > 20
            ? ''
            : ` Known here: ${known.join(', ')}.`
        : ` Do you mean \`${near}\`?`;
    throw new ConfigMistake(`There is no \`${shownText(key)}\`.${hint}`, keyAt);
}
/** A map whose names are the user's own. */
function mapOf(item, max) {
    return {
        schema: { type: 'object', additionalProperties: item.schema, maxProperties: max },
        read(value) {
            if (value.kind !== 'map')
                throw unexpected(value, 'a map');
            if (value.entries.length > max)
                throw new ConfigMistake(`This map has ${value.entries.length} entries, more than ${max}.`, value.at);
            return value.entries.map((entry) => [entry.key, item.read(entry.value)]);
        },
    };
}
/** By what stands there: a short form and a long one. */
function either(kind, first, other) {
    return {
        schema: { anyOf: [first.schema, other.schema] },
        read: (value) => (value.kind === kind ? first.read(value) : other.read(value)),
    };
}
function unexpected(value, allowed, near) {
    const hint = near === undefined ? '' : ` Do you mean \`${near}\`?`;
    return new ConfigMistake(`This is ${shown(value)}, and should be ${allowed}.${hint}`, value.at);
}
function shown(value) {
    if (value.kind === 'list')
        return 'a list';
    if (value.kind === 'map')
        return 'a map';
    if (value.value === null)
        return 'empty';
    return typeof value.value === 'string' ? `"${shownText(value.value)}"` : String(value.value);
}
function shownText(found) {
    return (0,visible_text/* cutMiddle */.it)((0,visible_text/* visible */.RK)((0,visible_text/* cutMiddle */.it)(found, 60)), 80);
}

;// CONCATENATED MODULE: ./build/checks/configuration/expectation-shape.js
/** What a team declares that its database holds. */

const most = 2_000;
const names = listOf(config_shape_text({ allowed: 'a name' }), 32);
const typeName = described(config_shape_text({ allowed: 'a type' }), 'As Postgres writes it, such as `text`, `timestamp(3) with time zone`, `numeric(10,2)`; the usual short names work too.');
const column = either('scalar', typeName, record({}, {
    type: typeName,
    nullable: described(flag, '`false`: the column is NOT NULL. Not said: either will do.'),
    default: described(flag, 'Whether the column has a default (an identity or a generated column has one).'),
}));
const index = record({
    columns: described(names, 'The first columns of the index, in this order; expressions as Postgres writes them.'),
}, {
    method: described(config_shape_text({ allowed: 'a method' }), 'Such as `gin`. Default: `btree`.'),
    unique: described(flag, '`true`: the index is unique.'),
    where: described(config_shape_text({ allowed: 'a condition' }), 'The predicate as Postgres writes it. Not said: the index is not partial.'),
    operators: described(config_shape_text({ allowed: 'an operator class' }), 'Operator class of every column, such as `gin_trgm_ops`.'),
});
const actions = ['no action', 'restrict', 'cascade', 'set null', 'set default'];
const foreignKey = record({
    columns: names,
    references: described(config_shape_text({ allowed: 'a table' }), 'The table that it refers to, `table` or `schema.table`.'),
}, {
    'referenced-columns': described(names, 'Left away: whichever they are.'),
    'on-delete': described(choice(...actions), 'Left away: whichever it is.'),
});
const table = record({}, {
    columns: described(mapOf(column, most), 'Columns that the table has. Others may be there too.'),
    'primary-key': described(names, 'Its columns, in this order.'),
    unique: described(listOf(names, 100), 'Sets of columns that are unique: by a constraint or a whole unique index, in any order.'),
    'foreign-keys': listOf(foreignKey, 200),
    indexes: listOf(index, 200),
    'row-level-security': described(flag, 'Whether row-level security is on.'),
    partitioned: described(flag, 'Whether the table is partitioned.'),
});
/** `users:` alone asks for the table, whatever it holds. */
const tableOrNothing = either('map', table, empty);
const tables = either('list', listOf(config_shape_text({ allowed: 'a table' }), most), mapOf(tableOrNothing, most));
const expectationShape = record({}, {
    tables: described(tables, 'Tables, `table` or `schema.table`: a list of names, or a map with what each holds.'),
    extensions: described(listOf(config_shape_text({ allowed: 'an extension' }), 200), 'Extensions that are installed.'),
});

;// CONCATENATED MODULE: ./build/checks/configuration/read-yaml.js


/** In UTF-16 code units. */
const largestFile = 256 * 1024;
const deepest = 20;
/** @throws ConfigMistake */
async function readYaml(content) {
    if (content.length > largestFile)
        throw new ConfigMistake(`The file is larger than ${largestFile / 1024} KiB.`, { line: 1, column: 1 });
    const yaml = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const lines = new yaml.LineCounter();
    // Values stay what YAML 1.2 says: `off` is a text, a day too. What is nested beyond the stack is an error of the document.
    const document = yaml.parseDocument(content, {
        lineCounter: lines,
        prettyErrors: false,
        version: '1.2',
        schema: 'core',
    });
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset ?? 0);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const [mistake] = [...document.errors, ...document.warnings];
    if (mistake !== undefined)
        throw new ConfigMistake(`${(0,visible_text/* visible */.RK)(mistake.message)}.`, placeOf(mistake.pos[0]));
    return convert({ yaml, placeOf }, document.contents, 0);
}
function convert(context, node, depth) {
    const { yaml, placeOf } = context;
    const at = placeOf(node?.range?.[0]);
    if (depth > deepest)
        throw new ConfigMistake(`This is nested deeper than ${deepest} levels.`, at);
    if (node === null)
        return { kind: 'scalar', value: null, at };
    if (yaml.isAlias(node) || node.anchor !== undefined)
        throw new ConfigMistake('Anchors and aliases are not supported here: write it out.', at);
    if (yaml.isSeq(node)) {
        const items = node.items.map((item) => convert(context, item, depth + 1));
        return { kind: 'list', items, at };
    }
    if (yaml.isMap(node)) {
        const entries = node.items.map(({ key, value }) => entryOf(context, { key, value, depth }));
        return { kind: 'map', entries, at };
    }
    const { value } = node;
    const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    if (!isPlain)
        throw new ConfigMistake('This is no text, number, true or false.', at);
    return { kind: 'scalar', value: plainOf(value), at };
}
function entryOf(context, { key, value, depth }) {
    const keyAt = context.placeOf(key.range?.[0]);
    if (!context.yaml.isScalar(key) || key.value === null || typeof key.value === 'object')
        throw new ConfigMistake('A name is a text.', keyAt);
    const read = convert(context, value, depth + 1);
    // An empty value has no place of its own that a reader would look at.
    const isEmpty = read.kind === 'scalar' && read.value === null;
    return { key: String(key.value), keyAt, value: isEmpty ? { ...read, at: keyAt } : read };
}
function plainOf(value) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    return null;
}

;// CONCATENATED MODULE: ./build/checks/configuration/configuration.js
/** `.github/database-actions.yml`: which rules report, what is accepted, and what the database is expected to hold. */







const defaultConfigurationPath = '.github/database-actions.yml';
const noConfiguration = {
    preset: 'recommended',
    rules: new Map(),
    accepted: [],
    schemas: [],
    expect: {},
};
const day = config_shape_text({
    allowed: 'a day, such as 2026-12-31',
    pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
});
const pattern = config_shape_text({ allowed: 'a text; `*` stands for any text' });
const accepted = record({
    rule: described(pattern, 'Id of the rule, or a pattern with `*`.'),
    subject: described(pattern, 'What the finding is about, as the report shows it, or a pattern with `*`.'),
    reason: described(config_shape_text(), 'Why this is accepted. It is shown in the report.'),
}, {
    until: described(day, 'The last day on which it is accepted. After it the finding comes back and says so.'),
});
const level = choice(...rule/* ruleLevels */.U7);
/** Without options: the same for every rule, so it is written once. */
const plainSetting = longForm({});
const plainSchema = { definitions: { rule: plainSetting.schema } };
function longForm(options) {
    const ignore = described(listOf(pattern, 500), 'Subjects that the rule does not report; `*` stands for any text.');
    const severity = described(level, "Default: the preset's, else the rule's own.");
    return either('scalar', level, record({}, { severity, ignore, ...options }));
}
function settingShape(rule) {
    const options = Object.entries(rule.options ?? {});
    const description = `${rule.title}.`;
    if (options.length === 0)
        return {
            schema: { description, allOf: [{ $ref: '#/definitions/rule' }] },
            read: (value) => settingOf(plainSetting.read(value)),
        };
    const own = longForm(Object.fromEntries(options.map(([name, option]) => [name, optionShape(option)])));
    return { schema: { description, ...own.schema }, read: (value) => settingOf(own.read(value)) };
}
function settingOf(found) {
    if (typeof found === 'string')
        return { level: levelNamed(found), ignore: [], options: {} };
    const { severity, ignore, ...options } = found;
    const values = {};
    for (const [name, value] of Object.entries(options))
        if (typeof value === 'number' || isTextList(value))
            values[name] = value;
    return { level: levelNamed(severity), ignore: isTextList(ignore) ? ignore : [], options: values };
}
function levelNamed(name) {
    return rule/* ruleLevels */.U7.find((known) => known === name);
}
function isTextList(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
function optionShape(option) {
    const standard = option.kind === 'list' ? option.default.join(', ') : String(option.default);
    const meaning = `${option.description} Default: ${standard || 'none'}.`;
    return option.kind === 'number'
        ? described(number(option.minimum, option.maximum), meaning)
        : described(listOf(pattern, 200), meaning);
}
function configurationShape(rules) {
    const settings = Object.fromEntries([...new Map(rules.map((rule) => [rule.id, rule])).values()].map((rule) => [rule.id, settingShape(rule)]));
    return record({ version: described(choice(1), 'Of the form of this file.') }, {
        preset: described(choice(...rule/* presets */.v4), 'Which rules of the schema check report, and how. Default: recommended.'),
        rules: described(mapOfKnown(settings), 'Levels and options of single rules, of every check.'),
        schemas: described(listOf(config_shape_text({ allowed: 'a schema' }), 200), "Schemas to look at. Default: all but the system's and the provider's."),
        ignore: described(listOf(accepted, 1_000), 'Findings that are accepted, each with its reason.'),
        expect: described(expectationShape, 'What the database is expected to hold.'),
    });
}
/** For editors: https://json-schema.org/draft-07/schema, which yaml-language-server reads. */
function configurationSchema(rules) {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Configuration of NeonHub Database Actions',
        ...plainSchema,
        ...configurationShape(rules).schema,
    };
}
/**
 * @param rules every rule that may be named in it
 * @throws UserError with the line and column of the first mistake
 */
async function parseConfiguration(content, path, rules) {
    try {
        const read = configurationShape(rules).read(await readYaml(content));
        return {
            preset: read.preset ?? 'recommended',
            rules: read.rules ?? new Map(),
            accepted: (read.ignore ?? []).map((entry) => ({ ...entry, until: entry.until })),
            schemas: read.schemas ?? [],
            expect: read.expect ?? {},
        };
    }
    catch (thrown) {
        if (!(thrown instanceof ConfigMistake))
            throw thrown;
        const { line, column } = thrown.at;
        throw new errors/* UserError */.yo(`${(0,visible_text/* visible */.RK)(path)}:${line}:${column}: ${thrown.message}`, {
            hint: 'docs/configuration.md says what the file may hold.',
        });
    }
}

;// CONCATENATED MODULE: ./build/checks/configuration/configuration-changes.js

const info = {
    id: 'configuration-changed',
    title: 'The pull request changes the rules that it is judged by',
    severity: 'notice',
    why: 'What it turns off or accepts is not reported in its own report. It cannot be set by the configuration.',
};
const configurationRules = [info];
function configurationChanged({ base, head, path }) {
    const changes = base === undefined ? [] : configurationChanges(base, head);
    return (0,rule/* findingOf */.hD)(info, {
        subject: path,
        message: 'This pull request changes the rules that it is judged by.',
        evidence: base === undefined
            ? 'The file of the base branch cannot be read as a configuration.'
            : changes.join('\n') || 'Only comments and the order of things differ.',
        location: { file: path, line: 1 },
    });
}
/** One line a change. */
function configurationChanges(base, head) {
    return [
        ...(base.preset === head.preset ? [] : [`preset: ${base.preset} → ${head.preset}`]),
        ...settingChanges(base, head),
        ...difference(head.accepted, base.accepted).map((entry) => `accepts ${acceptedText(entry)}`),
        ...difference(base.accepted, head.accepted).map((entry) => `no longer accepts ${acceptedText(entry)}`),
        ...(same(base.schemas, head.schemas)
            ? []
            : [`schemas: ${listText(base.schemas)} → ${listText(head.schemas)}`]),
        ...(same(base.expect, head.expect) ? [] : ['what is expected of the database (`expect`)']),
    ];
}
function settingChanges(base, head) {
    const ids = [...new Set([...base.rules.keys(), ...head.rules.keys()])].toSorted();
    return ids.flatMap((id) => {
        const [before, after] = [settingText(base.rules.get(id)), settingText(head.rules.get(id))];
        return before === after ? [] : [`${id}: ${before} → ${after}`];
    });
}
function settingText(setting) {
    if (setting === undefined)
        return 'not set';
    const { level, ignore, options } = setting;
    const parts = [
        level ?? 'as in the preset',
        ...ignore.map((subject) => `ignore ${subject}`),
        ...Object.entries(options).map(([name, value]) => `${name} ${String(value)}`),
    ];
    return parts.join(', ');
}
function acceptedText({ rule, subject, reason, until }) {
    return `${rule}: ${subject}${until === undefined ? '' : ` until ${until}`} (${reason})`;
}
function difference(all, known) {
    return all.filter((entry) => !known.some((other) => same(entry, other)));
}
function same(left, right) {
    return JSON.stringify(left) === JSON.stringify(right);
}
function listText(entries) {
    return entries.join(', ') || 'all';
}

// EXTERNAL MODULE: ./build/github/contents.js
var contents = __webpack_require__(17418);
// EXTERNAL MODULE: ./build/migrations/compatibility/git.js
var compatibility_git = __webpack_require__(41515);
// EXTERNAL MODULE: ./build/actions/deployed-schema.js + 1 modules
var deployed_schema = __webpack_require__(38576);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
;// CONCATENATED MODULE: ./build/actions/configuration.js
/** The configuration file of the repository that the workflow runs in, and whether a pull request changes it. */










/** @throws UserError for a file that is not right, and for one that is named and not there */
async function readConfiguration(request) {
    const { job, inputs } = request;
    const content = inputs.config === '' ? undefined : await contentOf(job, inputs.config);
    const configuration = content === undefined ? noConfiguration : await parsed(content, inputs.config);
    const { preset, rules, accepted } = configuration;
    const policy = { preset, rules, accepted, today: job.now().toISOString().slice(0, 10) };
    return { configuration, policy, changes: () => changesOf(request, { content, configuration }) };
}
async function parsed(content, path) {
    const { knownRules } = await Promise.all(/* import() */[__webpack_require__.e(5315), __webpack_require__.e(939), __webpack_require__.e(5993), __webpack_require__.e(5265)]).then(__webpack_require__.bind(__webpack_require__, 85265));
    return parseConfiguration(content, path, knownRules);
}
async function contentOf({ workspace }, path) {
    try {
        const file = await (0,promises_.realpath)((0,external_node_path_.join)(workspace, path));
        // A link of the pull request's may lead to what its author must not see a line of.
        if (!file.startsWith(`${await (0,promises_.realpath)(workspace)}${external_node_path_.sep}`))
            throw new errors/* UserError */.yo(`Input \`config\`: "${path}" leads out of the workspace.`);
        const { size } = await (0,promises_.stat)(file);
        if (size > 4 * largestFile)
            throw new errors/* UserError */.yo(`Input \`config\`: "${path}" is larger than ${largestFile / 1024} KiB.`);
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            throw thrown;
        if (path === defaultConfigurationPath && isAbsent(thrown))
            return undefined;
        throw new errors/* UserError */.yo(`Input \`config\`: "${path}" cannot be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`, {
            hint: 'It is taken from the workspace; check out the repository first.',
        });
    }
}
function isAbsent(thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
/**
 * A pull request that turns a rule off is judged without it; so that is told. Compared with the file at the base commit, by
 * GitHub's API, since a checkout has one commit.
 */
async function changesOf(request, head) {
    const { job, inputs, pullRequest } = request;
    const untold = (why) => {
        const text = `${inputs.config} could not be compared with the base’s: ${why}`;
        // Who has no such file need not give the permission to read it.
        if (head.content === undefined)
            job.log.debug(text);
        else
            job.log.warning(text);
        return [];
    };
    if (inputs.config === '' || pullRequest === undefined)
        return [];
    if (inputs.githubToken === undefined)
        return untold('there is no `github-token`.');
    try {
        const ref = await (0,deployed_schema/* baseCommitOf */.s)(request);
        if (ref === undefined)
            return untold('the base commit is not known.');
        const path = await pathInRepository(job, inputs.config);
        const files = await (0,contents/* readContents */.r)({
            ...(await (0,open_github/* openGitHub */.o)(job, inputs)),
            path,
            ref,
            isWanted: () => false,
        });
        const content = files?.[0]?.content;
        if (content === head.content)
            return [];
        const base = content === undefined ? noConfiguration : await parsedOrNot(content, path);
        return [configurationChanged({ base, head: head.configuration, path })];
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        return untold((0,errors/* errorMessage */.gJ)(thrown));
    }
}
async function parsedOrNot(content, path) {
    try {
        return await parsed(content, path);
    }
    catch (thrown) {
        if (thrown instanceof errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}
/** From the repository's root, which need not be the workspace. */
async function pathInRepository(job, config) {
    const git = (0,compatibility_git/* gitIn */.u)({ directory: job.workspace, environment: job.environment, signal: job.signal });
    const answer = await git(['rev-parse', '--show-prefix']);
    const prefix = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
    return external_node_path_.posix.join(prefix, external_node_path_.posix.normalize(config.replaceAll('\\', '/')));
}


/***/ }),

/***/ 38576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ baseCommitOf),
  c: () => (/* binding */ deployedSchema)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/github/contents.js
var contents = __webpack_require__(17418);
// EXTERNAL MODULE: ./build/github/pull-request.js
var pull_request = __webpack_require__(81351);
;// CONCATENATED MODULE: ./build/migrations/compatibility/base-schema.js
/** The Prisma schema of another commit: of the code that runs while this pull request's migrations do. */

/** Files and folders as Prisma looks for them; the schema may have moved since. */
const usualPlaces = ['schema.prisma', 'prisma/schema.prisma', 'prisma/schema'];
async function readSchemaAt({ refs, schemaPath, git }) {
    const commit = await findCommit(refs, git);
    if (commit.kind === 'skipped')
        return commit;
    const places = [...new Set([external_node_path_.posix.normalize(schemaPath.replaceAll('\\', '/')), ...usualPlaces])];
    for (const place of places) {
        const files = await filesAt(commit.id, place, git);
        if (files.length > 0)
            return { kind: 'read', files, commit: commit.id };
    }
    return {
        kind: 'skipped',
        reason: `There is no Prisma schema at ${places.join(', ')} in the base commit ${commit.id.slice(0, 7)}: nothing is deployed that could be asked about.`,
    };
}
async function findCommit(refs, git) {
    const asked = refs.filter(isPlainRef);
    for (const ref of asked) {
        const answer = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
        if (answer.kind === 'absent')
            return skipped('There is no git here to read the base schema with.');
        const id = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
        if (/^[0-9a-f]{40,64}$/.test(id))
            return { kind: 'found', id };
        const refusal = refusalOf(answer);
        if (refusal !== undefined)
            return skipped(refusal);
    }
    const names = asked.map((ref) => (/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 7) : ref));
    return skipped(names.length === 0
        ? 'No base commit is known, so there is no deployed schema to compare with.'
        : `The base commit (${names.join(', ')}) is not in the checkout, which has one commit by default. Give actions/checkout \`fetch-depth: 2\`, or \`0\` for the whole history.`);
}
function skipped(reason) {
    return { kind: 'skipped', reason };
}
/** Names come from events: nothing that git could take for an option, a range, a path or several lines. */
function isPlainRef(ref) {
    return ref.length <= 255 && /^[A-Za-z0-9_][\w./@^~+-]*$/.test(ref) && !ref.includes('..');
}
/** Undefined when git only says that it does not know the name. */
function refusalOf(answer) {
    if (answer.kind !== 'refused' || answer.message === '')
        return undefined;
    if (/dubious ownership/.test(answer.message))
        return 'Git refuses to read the checkout, which belongs to another user (in a container job: `git config --global --add safe.directory "$GITHUB_WORKSPACE"`).';
    if (/not a git repository/i.test(answer.message))
        return 'The working directory is no git checkout: run actions/checkout before.';
    return undefined;
}
/** The file, or every `.prisma` file below the folder. Links are left alone. */
async function filesAt(commit, place, git) {
    if (place.startsWith('..') || place.startsWith('/'))
        return [];
    const answer = await git(['ls-tree', '-r', '-z', commit, '--', `:(literal)${place}`]);
    if (answer.kind !== 'done')
        return [];
    const entries = entriesOf(answer.output.toString('utf8'))
        .filter(({ path }) => path === place || path.endsWith('.prisma'))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return Promise.all(entries.map(async ({ object, path }) => {
        const content = await git(['cat-file', 'blob', object]);
        if (content.kind !== 'done')
            throw new Error(`Git lists ${path} in ${commit} and cannot read it: ${JSON.stringify(content)}`);
        return { path, content: content.output.toString('utf8') };
    }));
}
/** `<mode> blob <object>\t<path>\0` */
function entriesOf(listing) {
    return listing.split('\0').flatMap((line) => {
        const [, object, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
        return object === undefined || path === undefined ? [] : [{ object, path }];
    });
}

// EXTERNAL MODULE: ./build/migrations/compatibility/git.js
var compatibility_git = __webpack_require__(41515);
// EXTERNAL MODULE: ./build/actions/open-github.js + 3 modules
var open_github = __webpack_require__(15936);
;// CONCATENATED MODULE: ./build/actions/deployed-schema.js
/** The Prisma schema of the code that is deployed: at the commit that the pull request goes on. */







/**
 * From the checkout where the commit is in it, else from GitHub: `actions/checkout` brings one commit by default. What
 * cannot be read is a reason in the report, never a failure.
 */
async function deployedSchema(request) {
    const { job, inputs, project } = request;
    if (project === undefined)
        return deployed_schema_skipped('there is no Prisma schema to compare with');
    try {
        const ref = inputs.deployedRef ?? (await baseCommitOf(request));
        if (ref === undefined)
            return deployed_schema_skipped('the event names no base commit; give `deployed-ref`, such as the tag that is deployed');
        const { workingDirectory, schemaPath } = project;
        const git = (0,compatibility_git/* gitIn */.u)({ directory: workingDirectory, environment: job.environment, signal: job.signal });
        const path = posixPath((0,external_node_path_.relative)(workingDirectory, schemaPath));
        const local = await readSchemaAt({ refs: [ref], schemaPath: path, git });
        if (local.kind === 'read')
            return done(local.files, local.commit);
        return (await fromGitHub(request, { ref, path: await pathInRepository(git, project) })) ?? local;
    }
    catch (thrown) {
        job.signal.throwIfAborted();
        return deployed_schema_skipped(`the deployed schema could not be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
/** The commit that the pull request goes on; undefined when neither the event nor GitHub tells. */
async function baseCommitOf({ job, inputs, pullRequest }) {
    if (job.event.baseCommit !== '')
        return job.event.baseCommit;
    if (pullRequest === undefined || inputs.githubToken === undefined)
        return undefined;
    const github = await (0,open_github/* openGitHub */.o)(job, inputs);
    return (await (0,pull_request/* getPullRequest */.T9)({ ...github, number: pullRequest }))?.baseSha;
}
/** Where the schema lies from the repository's root, which need not be the workspace. */
async function pathInRepository(git, { workingDirectory, schemaPath }) {
    const answer = await git(['rev-parse', '--show-prefix']);
    const prefix = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
    return external_node_path_.posix.join(prefix, posixPath((0,external_node_path_.relative)(workingDirectory, schemaPath)));
}
async function fromGitHub({ job, inputs }, { ref, path }) {
    if (inputs.githubToken === undefined || path.startsWith('..'))
        return undefined;
    const github = await (0,open_github/* openGitHub */.o)(job, inputs);
    const files = await (0,contents/* readContents */.r)({ ...github, path, ref, isWanted: (file) => file.endsWith('.prisma') });
    if (files === undefined || files.length === 0)
        return deployed_schema_skipped(`there is no Prisma schema at ${path} in ${shortRef(ref)}: nothing is deployed that could be asked`);
    return done(files, ref);
}
function done(files, ref) {
    return { kind: 'done', result: { files, of: shortRef(ref) } };
}
function deployed_schema_skipped(reason) {
    return { kind: 'skipped', reason };
}
function shortRef(ref) {
    return /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 7) : ref;
}
function posixPath(path) {
    return path.split(external_node_path_.sep).join('/');
}


/***/ }),

/***/ 17418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readContents)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/** Reads files of the repository at a commit, without a checkout: `actions/checkout` brings one commit by default. */

/** A schema is a few files; a folder of more is not what was meant. */
const mostFiles = 300;
/**
 * The file, or the wanted files of the folder, sorted by path; undefined where there is no such path at that commit.
 * @throws ExternalError for a folder of too many files; UserError when the token lacks `contents: read`
 * https://docs.github.com/rest/repos/contents#get-repository-content
 */
async function readContents(request) {
    const found = await contentsAt(request, request.path);
    if (found === undefined)
        return undefined;
    const files = found.kind === 'file' ? [found.file] : await readFolder(request, found.entries);
    return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
async function readFolder(request, entries) {
    const wanted = entries.filter(({ type, path }) => type === 'dir' || (type === 'file' && request.isWanted(path)));
    if (wanted.length > mostFiles)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA('GitHub', `${request.path} holds more than ${mostFiles} files.`, {
            hint: 'Point the `schema` input at the folder of the Prisma schema itself.',
        });
    const parts = await Promise.all(wanted.map(({ path }) => readContents({ ...request, path })));
    return parts.flatMap((part) => part ?? []);
}
async function contentsAt({ octokit, owner, repo, ref }, path) {
    try {
        const { data } = await octokit.rest.repos.getContent({ owner, repo, ref, path });
        if (Array.isArray(data))
            return { kind: 'folder', entries: data.map((entry) => ({ type: entry.type, path: entry.path })) };
        // Above 1 MB there is no content; a symbolic link or a submodule has another type.
        if (data.type !== 'file' || data.encoding !== 'base64')
            return undefined;
        return {
            kind: 'file',
            file: { path: data.path, content: Buffer.from(data.content, 'base64').toString('utf8') },
        };
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}


/***/ }),

/***/ 81351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ listPullRequestStates),
/* harmony export */   T9: () => (/* binding */ getPullRequest),
/* harmony export */   i$: () => (/* binding */ pullRequestForHeadSha),
/* harmony export */   uS: () => (/* binding */ pullRequestState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** Undefined when it is absent. */
async function getPullRequest({ octokit, owner, repo, number, }) {
    try {
        const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
        return {
            number: data.number,
            state: data.state,
            isMerged: data.merged,
            isDraft: data.draft === true,
            title: data.title,
            headSha: data.head.sha,
            headRef: data.head.ref,
            headRepository: nameOf(data.head.repo),
            baseRef: data.base.ref,
            baseSha: data.base.sha,
            author: data.user?.login,
            url: data.html_url,
        };
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExternalError */ .yA && thrown.status === 404)
            return undefined;
        throw thrown;
    }
}
async function pullRequestState(request) {
    return (await getPullRequest(request))?.state ?? 'absent';
}
/** How many single pull requests are asked for at once. */
const atOnce = 5;
/**
 * The states of many pull requests: one listing of the open ones, then a question for each that is not among them. The
 * listing alone does not prove that one is closed: while its pages are read, a pull request can slip from one to the other.
 */
async function listPullRequestStates(place, numbers) {
    const wanted = [...new Set(numbers)];
    if (wanted.length === 0)
        return new Map();
    const open = new Set((await listOpen(place)).map(({ number }) => number));
    const states = new Map();
    for (const number of wanted)
        if (open.has(number))
            states.set(number, 'open');
    const unsure = wanted.filter((number) => !open.has(number));
    for (let start = 0; start < unsure.length; start += atOnce) {
        const batch = unsure.slice(start, start + atOnce);
        const answers = await Promise.all(batch.map((number) => pullRequestState({ ...place, number })));
        for (const [index, number] of batch.entries())
            states.set(number, answers[index] ?? 'absent');
    }
    return states;
}
/**
 * The pull request whose newest commit is `headSha` of `headRepository`: the open one, else the newest of those that are
 * closed; undefined when it was pushed to again, or the fork is gone. For `workflow_run`, whose `pull_requests` is empty
 * for forks; `commits/{sha}/pulls` of the base repository is no help either, it does not know a fork's commits.
 * @throws UserError when one commit is the head of several open pull requests and `claimed` does not tell which.
 */
async function pullRequestForHeadSha(request) {
    const { headSha, headRepository, headBranch, claimed } = request;
    const head = headBranch === undefined ? undefined : `${headRepository.split('/')[0]}:${headBranch}`;
    const isWanted = (pull) => isSameName(nameOf(pull.head.repo), headRepository) && pull.head.sha === headSha.toLowerCase();
    const numbers = (await listOpen(request, head)).filter(isWanted).map(numberOf).sort(ascending);
    if (numbers.length === 0)
        return closedFor(request, head, isWanted);
    const [only] = numbers.length === 1 ? numbers : numbers.filter((number) => number === claimed);
    if (only !== undefined)
        return { number: only, state: 'open' };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The commit ${headSha} of ${headRepository} is the head of several pull requests: ${numbers.map((number) => `#${number}`).join(', ')}.`, { hint: 'Close all but one, or push a commit to one of them.' });
}
/** Without a branch to narrow it down, all that were ever closed would have to be read. */
async function closedFor(place, head, isWanted) {
    if (head === undefined)
        return undefined;
    const number = (await list(place, 'closed', head)).filter(isWanted).map(numberOf).sort(ascending).at(-1);
    return number === undefined ? undefined : { number, state: 'closed' };
}
const numberOf = ({ number }) => number;
const ascending = (left, right) => left - right;
function listOpen(place, head) {
    return list(place, 'open', head);
}
/** `head` is `owner:branch`. */
async function list({ octokit, owner, repo }, state, head) {
    return octokit.paginate(octokit.rest.pulls.list, {
        owner,
        repo,
        state,
        per_page: 100,
        ...(head === undefined ? {} : { head }),
    });
}
/** GitHub's description says that a listed `head.repo` is never null; a deleted fork's is. */
function nameOf(repository) {
    return repository?.full_name;
}
function isSameName(left, right) {
    return left !== undefined && left.toLowerCase() === right.toLowerCase();
}


/***/ }),

/***/ 41515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ gitIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/** Asks git about the checkout. Plumbing only, with arguments of ours: no pager, no filter, no hook, no network runs. */

const timeoutMs = 30_000;
const longestMessage = 2000;
/** A Prisma schema of this size would be a mistake. */
const largestOutput = 64 * 1024 * 1024;
/** @throws the signal's reason when that is aborted */
function gitIn({ directory, environment, signal }) {
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' };
    return (argv) => new Promise((resolve, reject) => {
        const options = {
            cwd: directory,
            env,
            signal,
            timeout: timeoutMs,
            maxBuffer: largestOutput,
            encoding: 'buffer',
        };
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', [...argv], options, (error, output, errors) => {
            if (signal.aborted)
                return reject(signal.reason);
            if (error === null)
                return resolve({ kind: 'done', output });
            if (error.code === 'ENOENT')
                return resolve({ kind: 'absent' });
            const message = errors.toString('utf8').trim().slice(0, longestMessage);
            const code = typeof error.code === 'number' ? error.code : 1;
            return resolve({ kind: 'refused', code, message: message === '' ? error.message : message });
        });
    });
}


/***/ }),

/***/ 91212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ queryCatalogThen),
/* harmony export */   p: () => (/* binding */ inCatalogTransaction)
/* harmony export */ });
/* harmony import */ var _identifier_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86967);

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Names are quoted where they must be, whatever the role's setting.
 * Compiling (JIT) takes ten times as long as such a query itself.
 */
async function inCatalogTransaction(session, work) {
    try {
        await session.query(begin);
        const result = await work();
        await session.query('ROLLBACK');
        return result;
    }
    catch (thrown) {
        // The first error is the one to tell; on a broken connection this one fails too.
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
}
/**
 * Statements in such a transaction, and one after its end, in a round trip each: beginning and ending go along.
 * @returns the rows of the last one, which are on their way
 */
async function queryCatalogThen(session, { statements: [first, ...others], afterwards, snapshotId, take }) {
    const snapshot = snapshotId === undefined ? [] : [`SET TRANSACTION SNAPSHOT ${(0,_identifier_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteLiteral */ .c)(snapshotId)}`];
    let asked = session.query([begin, ...snapshot, first].join(';\n'));
    try {
        for (const next of [...others, `ROLLBACK;\n${afterwards}`]) {
            const rows = await asked;
            asked = session.query(next);
            // Whoever waits for it hears of a failure; nobody may be there yet.
            asked.catch(() => { });
            take(rows);
        }
    }
    catch (thrown) {
        await session.query('ROLLBACK').catch(() => { });
        throw thrown;
    }
    return { afterwards: asked };
}
/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL jit = off`;


/***/ }),

/***/ 20164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HH: () => (/* binding */ ruleOnAll),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   YC: () => (/* binding */ ruleOn),
/* harmony export */   jZ: () => (/* binding */ numberOption),
/* harmony export */   lK: () => (/* binding */ withPresetLevels),
/* harmony export */   y8: () => (/* binding */ listOption)
/* harmony export */ });
/* unused harmony exports defaultPolicy, presetLevel, severityAt */
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28586);
/* harmony import */ var _text_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29647);
/** How a team sets the rules: their levels, and what is accepted. */


function defaultPolicy(today) {
    return { preset: 'recommended', rules: new Map(), accepted: [], today };
}
/** The level of a schema rule, which presets know. */
function levelOf(rule, { preset, rules }) {
    return rules.get(rule.id)?.level ?? presetLevel(rule, preset);
}
function presetLevel(rule, preset) {
    return rule.levels?.[preset] ?? (preset === 'off' ? 'off' : rule.severity);
}
/** The same policy with the preset's level of each of these rules written out. */
function withPresetLevels(rules, policy) {
    const unset = { level: undefined, ignore: [], options: {} };
    const settings = rules.map((rule) => [rule.id, { ...(policy.rules.get(rule.id) ?? unset), level: levelOf(rule, policy) }]);
    return { ...policy, rules: new Map([...policy.rules, ...settings]) };
}
/** @throws Error for an option that the rule does not declare: a mistake of ours */
function numberOption(policy, rule, name) {
    const value = optionOf(policy, rule, name);
    if (typeof value !== 'number')
        throw new Error(`${rule.id} has no number ${name}`);
    return value;
}
/** @throws Error for an option that the rule does not declare: a mistake of ours */
function listOption(policy, rule, name) {
    const value = optionOf(policy, rule, name);
    if (value === undefined || typeof value === 'number')
        throw new Error(`${rule.id} has no list ${name}`);
    return value;
}
function optionOf({ rules }, rule, name) {
    return rules.get(rule.id)?.options[name] ?? rule.options?.[name]?.default;
}
/**
 * What becomes of one finding. Rules that are not of the schema check know no presets: theirs is the level set by name, else
 * their own. What was accepted until a day that is over comes back and says so.
 */
function ruleOn(finding, rule, policy) {
    const setting = policy.rules.get(finding.rule);
    const level = setting?.level;
    if (level === 'off')
        return { kind: 'off' };
    const pattern = setting?.ignore.find((subject) => (0,_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPattern */ .M)(finding.subject, subject));
    if (pattern !== undefined)
        return { kind: 'accepted', finding, reason: `\`ignore: ${pattern}\` of the rule` };
    const leveled = level === undefined ? finding : { ...finding, severity: severityAt(level, finding, rule) };
    const entries = policy.accepted.filter((entry) => means(entry, finding));
    const valid = entries.find(({ until }) => until === undefined || until >= policy.today);
    if (valid !== undefined)
        return { kind: 'accepted', finding: leveled, reason: valid.reason };
    const over = entries[0];
    return { kind: 'told', finding: over === undefined ? leveled : comeBack(leveled, over) };
}
function means({ rule, subject }, finding) {
    return (0,_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPattern */ .M)(finding.rule, rule) && (0,_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPattern */ .M)(finding.subject, subject);
}
function comeBack(finding, { until, reason }) {
    const note = `It was accepted until ${until} (${reason}), which is over.`;
    return { ...finding, evidence: finding.evidence === undefined ? note : `${finding.evidence}\n${note}` };
}
/** A milder case stays milder; a worse one stays worse unless the rule itself was lowered. */
function severityAt(level, finding, rule) {
    const own = rule?.severity ?? finding.severity;
    if (rank(finding.severity) < rank(own))
        return milder(level, finding.severity);
    if (rank(finding.severity) > rank(own) && rank(level) >= rank(own))
        return finding.severity;
    return level;
}
function rank(severity) {
    return -_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO.indexOf(severity);
}
function milder(left, right) {
    return rank(left) < rank(right) ? left : right;
}
function ruleOnAll(findings, rules, policy) {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const rulings = findings.map((finding) => ruleOn(finding, byId.get(finding.rule), policy));
    return {
        told: rulings.flatMap((ruling) => (ruling.kind === 'told' ? [ruling.finding] : [])),
        accepted: rulings.flatMap((ruling) => (ruling.kind === 'accepted' ? [ruling] : [])),
    };
}


/***/ }),

/***/ 29647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ matchesPattern)
/* harmony export */ });
/** Whether the whole text is what the pattern says, where `*` stands for any text. */
function matchesPattern(text, pattern) {
    const parts = pattern.trim().split('*');
    const [first = '', ...rest] = parts;
    const last = rest.pop();
    if (last === undefined)
        return text === first;
    if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
        return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, from);
        if (found < 0 || found + part.length > end)
            return false;
        from = found + part.length;
    }
    return true;
}


/***/ })

};
