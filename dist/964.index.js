export const id = 964;
export const ids = [964];
export const modules = {

/***/ 8189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ diffSnapshots)
});

// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(1325);
// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(1286);
;// CONCATENATED MODULE: ./build/schema/compare-objects.js


/** The attributes that differ, in the order in which the kind lists them. */
function compareObjects(from, to, options) {
    const [before, after] = [valuesOf(from), valuesOf(to)];
    if (areEqual(before, after))
        return [];
    const skipped = (0,object_kinds/* factsOf */.xS)(to.kind);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
        .filter((name) => !skipped.includes(name) && !options.ignored.has(name))
        .filter((name) => !isSame({ before: before[name], after: after[name], object: to }, options))
        .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }));
}
/** What almost every pair is, without building anything. */
function areEqual(left, right) {
    let count = 0;
    for (const name in left) {
        if (!(0,same/* sameValue */.eE)(left[name], right[name]))
            return false;
        count += 1;
    }
    for (const _name in right)
        count -= 1;
    return count === 0;
}
function valuesOf(object) {
    return object.attributes;
}
function isSame({ before, after, object }, { follow, isLoose }) {
    if ((0,same/* sameValue */.eE)(before, after))
        return true;
    if (before === undefined || after === undefined)
        return false;
    const followed = follow(before, object);
    if ((0,same/* sameValue */.eE)(followed, after))
        return true;
    return isLoose && looseText(followed) === looseText(after);
}
/** PostgreSQL 16 leaves out the table before a column where there is one table; parentheses and white space vary too. */
function looseText(value) {
    if ((0,same/* isList */.Lv)(value))
        return value.map(looseText).join('\0');
    return String(value)
        .replace(/(?<![\w$"])(?:[\w$]+|"(?:[^"]|"")+")\.(?=[\w$"])/g, '')
        .replace(/[\s()]+/g, '');
}

;// CONCATENATED MODULE: ./build/schema/renames.js

/**
 * Postgres rewrites every definition that mentions a renamed thing: a view, a foreign key, a default. What differs from
 * the old definition by that alone has not changed.
 */
function following(renames) {
    // Tables first: whether a text is about a column's table is asked by the table's new name.
    const steps = renames
        .toSorted((left, right) => Number(left.from.kind === 'column') - Number(right.from.kind === 'column'))
        .flatMap(replacements);
    if (steps.length === 0)
        return (value) => value;
    return (value, object) => {
        const rewrite = (text) => steps.reduce((done, step) => (step.isAbout(done, object) ? done.replace(step.pattern, step.text) : done), text);
        if (typeof value === 'string')
            return rewrite(value);
        return (0,same/* isList */.Lv)(value) ? value.map(rewrite) : value;
    };
}
function replacements({ from, to }) {
    const { schema } = to;
    if (schema === null)
        return [];
    const [old, now] = [withoutArguments(from.name), withoutArguments(to.name)];
    if (from.kind !== 'column')
        return [
            {
                pattern: mention(qualifiedForms(schema, old)),
                text: () => `${written(schema)}.${written(now)}`,
                isAbout: () => true,
            },
        ];
    const table = mention(qualifiedForms(schema, to.parent ?? ''));
    return [
        {
            pattern: mention(renames_forms(old)),
            text: () => written(now),
            isAbout: (text, object) => (object.schema === schema && object.parent === to.parent) || text.search(table) >= 0,
        },
    ];
}
function withoutArguments(name) {
    const end = name.indexOf('(');
    return end <= 0 ? name : name.slice(0, end);
}
function mention(texts) {
    const source = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    return new RegExp(`(?<![\\w$"])(?:${source})(?![\\w$"])`, 'g');
}
function qualifiedForms(schema, name) {
    return renames_forms(schema).flatMap((left) => renames_forms(name).map((right) => `${left}.${right}`));
}
/** Postgres quotes a name where it must; a keyword is quoted too, so both forms are looked for. */
function renames_forms(name) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return isPlain(name) ? [name, quoted] : [quoted];
}
function written(name) {
    return isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
function isPlain(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name);
}

// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(1736);
;// CONCATENATED MODULE: ./build/schema/system-names.js
/**
 * Endings of the names that Postgres makes (`ChooseConstraintName`, `ChooseIndexName` in the sources), with the number
 * that it adds where the name is taken.
 */
const endings = {
    constraint: /_(?:pkey|key|fkey|check|excl)[0-9]*$/,
    index: /_idx[0-9]*$/,
};
/** Whether nobody chose this name. It begins with the table's, which may be cut. */
function hasSystemName({ kind, name, parent }) {
    const start = (parent ?? '').slice(0, 20);
    return endings[kind]?.test(name) === true && name.startsWith(start);
}

;// CONCATENATED MODULE: ./build/schema/pair-objects.js
/** Which object of one side is which of the other: by name, by what survives a rename, else by being alike. */





/**
 * Tables and types first, columns next, the rest last: a part of a renamed table is looked for in the table of the new name,
 * and its definition read with the new names.
 */
function pairObjects(from, to, options) {
    const pairs = [];
    const removed = [];
    const added = [];
    const renames = [];
    const tables = new Map();
    for (const round of rounds) {
        const place = (object) => placeOf(object, tables);
        const left = unmatched(from.filter(round), to.filter(round), { place, isPlaced: tables.size > 0 });
        pairs.push(...left.pairs);
        const alike = findRenames(left, { ...options, place, renames, columns: { from, to } });
        for (const pair of alike.pairs) {
            pairs.push(pair);
            if (pair.renamed === undefined)
                continue;
            renames.push({ from: pair.from, to: pair.to });
            if (isTable(pair.from))
                tables.set(`${pair.from.schema}\0${pair.from.name}`, pair.to.name);
        }
        removed.push(...alike.removed);
        added.push(...alike.added);
    }
    return { pairs, removed, added, renames };
}
const rounds = [
    ({ kind, parent }) => parent === null && kind !== 'column',
    ({ kind }) => kind === 'column',
    ({ kind, parent }) => parent !== null && kind !== 'column',
];
function isTable({ kind }) {
    return kind === 'table' || kind === 'foreign table' || kind === 'view' || kind === 'materialized view';
}
/** The name it has on the old side with the table's new name. */
function placeOf(object, tables) {
    if (tables.size === 0)
        return object;
    const parent = object.parent === null ? undefined : tables.get(`${object.schema}\0${object.parent}`);
    return parent === undefined ? object : { ...object, parent };
}
/** Both sides are sorted by name: one walk along both. A renamed table's parts are sorted anew, under its new name. */
function unmatched(from, to, { place, isPlaced }) {
    const olds = isPlaced ? from.toSorted((a, b) => (0,snapshot/* compareNames */.MP)(place(a), place(b))) : from;
    const pairs = [];
    const removed = [];
    const added = [];
    let [left, right] = [0, 0];
    for (;;) {
        const [old, now] = [olds[left], to[right]];
        if (old === undefined && now === undefined)
            return { pairs, removed, added };
        const order = old === undefined ? 1 : now === undefined ? -1 : (0,snapshot/* compareNames */.MP)(place(old), now);
        if (old !== undefined && order < 0)
            removed.push(old);
        else if (now !== undefined && order > 0)
            added.push(now);
        else if (old !== undefined && now !== undefined)
            pairs.push({ from: old, to: now, renamed: undefined });
        if (order <= 0)
            left += 1;
        if (order >= 0)
            right += 1;
    }
}
/** Pairs what is left over. One that could be several is none. */
function findRenames({ removed, added }, context) {
    if (removed.length === 0 || added.length === 0)
        return { pairs: [], removed, added };
    const pairs = [];
    const [gone, come] = [new Set(removed), new Set(added)];
    const take = (from, to, renamed) => {
        pairs.push({ from, to, renamed });
        gone.delete(from);
        come.delete(to);
    };
    for (const [from, to] of byIdentity(removed, added, context))
        take(from, to, { why: `it is the same ${object_kinds/* objectKinds */.rz[to.kind].label} of the database`, isCertain: true });
    const likeness = likenessOf(context);
    const candidates = groupBy([...come], (object) => likeness('to', object));
    const originals = groupBy([...gone], (object) => likeness('from', object));
    for (const [like, olds] of originals) {
        const news = candidates.get(like) ?? [];
        if (like === undefined || news.length === 0)
            continue;
        const [old, now] = [olds[0], news[0]];
        const isOne = olds.length === 1 && news.length === 1;
        if (olds.every(hasSystemName) && news.every(hasSystemName))
            olds.forEach((object, index) => {
                const other = news[index];
                if (other !== undefined)
                    take(object, other, undefined);
            });
        else if (isOne && old !== undefined && now !== undefined && maybeRenamed(old, now, context))
            take(old, now, { why: whyAlike(now), isCertain: false });
    }
    return { pairs, removed: removed.filter((o) => gone.has(o)), added: added.filter((o) => come.has(o)) };
}
function byIdentity(removed, added, { identity, isSameDatabase }) {
    if (identity === undefined || !isSameDatabase)
        return [];
    const known = new Map(added.map((object) => [identity('to', object), object]));
    return removed.flatMap((object) => {
        const own = identity('from', object);
        const other = own === undefined ? undefined : known.get(own);
        return other === undefined || other.kind !== object.kind || other.schema !== object.schema
            ? []
            : [[object, other]];
    });
}
/** What has another number is another thing. */
function maybeRenamed(from, to, { identity }) {
    const [own, other] = [identity?.('from', from), identity?.('to', to)];
    return own === undefined || other === undefined || own === other;
}
/** Kinds without anything that tells one from another: an equal one is no sign of a rename. */
const featureless = new Set([
    'schema',
    'extension',
    'default privileges',
    'other',
    'publication',
]);
/**
 * A text that is equal for two objects which may be one under two names; undefined where nothing can be said. Owner,
 * grants and comment are left out of it.
 */
function likenessOf(context) {
    const follow = following(context.renames);
    let columns;
    return (side, object) => {
        if (featureless.has(object.kind))
            return undefined;
        const values = Object.entries(valuesOf(object))
            .filter(([name]) => !unlike.has(name))
            .map(([name, value]) => `${name}=${JSON.stringify(side === 'from' ? follow(value, context.place(object)) : value)}`)
            .toSorted();
        const { kind, schema, parent } = side === 'from' ? context.place(object) : object;
        if (kind === 'table' || kind === 'foreign table') {
            columns ??= { from: columnsByTable(context.columns.from), to: columnsByTable(context.columns.to) };
            const own = columns[side].get(`${schema}\0${object.name}`) ?? [];
            if (own.length === 0)
                return undefined;
            values.push(...own.toSorted());
        }
        return values.length === 0 ? undefined : [kind, schema, parent, ...values].join('\0');
    };
}
const unlike = new Set([
    'owner',
    'grants',
    'comment',
    'columnOrder',
    'inheritedFrom',
    'columns',
    'references',
]);
function columnsByTable(objects) {
    const columns = new Map();
    for (const object of objects) {
        if (object.kind !== 'column')
            continue;
        const key = `${object.schema}\0${object.parent}`;
        const list = columns.get(key) ?? [];
        list.push(`${object.name} ${String(valuesOf(object).type)}`);
        columns.set(key, list);
    }
    return columns;
}
function whyAlike({ kind }) {
    if (kind === 'table' || kind === 'foreign table')
        return 'the columns and their types are the same';
    return kind === 'column' ? 'the type and everything else is the same' : 'the definition is the same';
}
function groupBy(items, keyOfItem) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOfItem(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
/** The comparison of one pair, with the renames of all. */
function changesOf(pairing, options) {
    const follow = following(pairing.renames);
    return (pair) => compareObjects(pair.from, pair.to, { ...options, follow });
}

;// CONCATENATED MODULE: ./build/schema/select-objects.js

/** The history of Prisma's migrations is not part of the schema that they make. */
const internalTables = ['*._prisma_migrations'];
function selectObjects(from, to, options) {
    const notCompared = [...from.notVisible, ...to.notVisible].filter(({ kind }, index, all) => all.findIndex((other) => other.kind === kind) === index);
    const hidden = new Set(notCompared.map(({ kind }) => kind));
    const include = patternsOf(options.include ?? []);
    const exclude = patternsOf(options.exclude ?? internalTables);
    const isInScope = scopeOf(from, to);
    return {
        notCompared,
        notes: [...versionNote(from, to), ...scopeNote(from, to)],
        isSelected: (object) => !hidden.has(object.kind) &&
            isInScope(object) &&
            (include.length === 0 || include.some((pattern) => pattern(object))) &&
            !exclude.some((pattern) => pattern(object)),
    };
}
function patternsOf(texts) {
    return texts.map((text) => {
        const [, kind = '', rest = text] = /^([a-z ]+):(.*)$/s.exec(text) ?? [];
        const wanted = (0,object_kinds/* isObjectKind */.kV)(kind) ? kind : undefined;
        const pattern = wanted === undefined ? text : rest;
        const expression = expressionOf(pattern);
        const last = lastPart(pattern);
        return (object) => (wanted === undefined || object.kind === wanted) &&
            // Most objects are ruled out by their name alone, without building a path.
            (last === undefined || object.name === last || object.parent === last) &&
            pathsOf(object).some((path) => expression.test(path));
    });
}
/** What a path must end with, where the pattern has no star after its last full stop; names may hold full stops too. */
function lastPart(pattern) {
    const last = /^\*\.([^.*]+)$/.exec(pattern.trim());
    return last?.[1];
}
function expressionOf(pattern) {
    const source = pattern
        .trim()
        .split('*')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*');
    return new RegExp(`^${source}$`, 's');
}
/** A pattern for a table means all that belongs to it. */
function pathsOf({ schema, parent, name }) {
    if (schema === null)
        return [name];
    if (parent === null)
        return [`${schema}.${name}`];
    return [`${schema}.${parent}`, `${schema}.${parent}.${name}`];
}
/** Schemas that one side was not asked for are no schemas that were dropped. */
function scopeOf(from, to) {
    const outside = new Set([...from.providerSchemas, ...to.providerSchemas]);
    const scopes = [from.scope, to.scope].filter((scope) => scope !== null).map((scope) => new Set(scope));
    return ({ kind, schema, name }) => {
        const place = kind === 'schema' ? name : schema;
        if (place === null)
            return true;
        return !outside.has(place) && scopes.every((scope) => scope.has(place));
    };
}
function scopeNote(from, to) {
    if (JSON.stringify(from.scope) === JSON.stringify(to.scope))
        return [];
    const text = ({ scope }) => (scope === null ? 'all schemas' : scope.join(', '));
    return [`One side was read for ${text(from)}, the other for ${text(to)}: only what both have is compared.`];
}
function versionNote(from, to) {
    if (majorOf(from) === majorOf(to))
        return [];
    return [
        `One side is PostgreSQL ${majorOf(from)}, the other ${majorOf(to)}: what differs only in how they write a definition is not told.`,
    ];
}
function majorOf({ serverVersion }) {
    return Math.floor(serverVersion / 10_000);
}

;// CONCATENATED MODULE: ./build/schema/diff-snapshots.js





/**
 * What is different in `to`: objects added, removed, changed and renamed, each with its attributes. The order of columns,
 * names that Postgres made, the history of migrations and members of extensions are not told.
 */
function diffSnapshots(from, to, options = {}) {
    const selection = selectObjects(from, to, options);
    const ignored = [
        ...(options.ignoreAttributes ?? []),
        ...(options.columnOrder === true ? [] : ['columnOrder']),
    ];
    const settings = { ignored: new Set(ignored), isLoose: majorOf(from) !== majorOf(to) };
    const pairing = pairObjects(from.objects.filter(selection.isSelected), to.objects.filter(selection.isSelected), {
        ...settings,
        identity: options.identity === undefined ? undefined : identityOf(from, to),
        isSameDatabase: options.identity === 'same',
    });
    return {
        versions: { from: from.serverVersion, to: to.serverVersion },
        changes: withoutInherited(allChanges(pairing, settings)).map(({ change }) => change),
        notCompared: selection.notCompared,
        notes: selection.notes,
    };
}
function identityOf(from, to) {
    if (!isLive(from) || !isLive(to))
        return undefined;
    const sides = { from, to };
    return (side, object) => sides[side].identityOf(object);
}
function isLive(snapshot) {
    return 'identityOf' in snapshot;
}
function allChanges(pairing, settings) {
    const compare = changesOf(pairing, settings);
    const plain = { isWithin: false, inheritedBy: 0 };
    const paired = pairing.pairs.flatMap((pair) => {
        const attributes = compare(pair);
        const object = nameOf(pair.to);
        if (pair.renamed !== undefined) {
            const from = nameOf(pair.from);
            const change = { change: 'renamed', object, from, ...pair.renamed, attributes, ...plain };
            return [{ subject: pair.to, change }];
        }
        if (attributes.length === 0)
            return [];
        return [{ subject: pair.to, change: { change: 'changed', object, attributes, ...plain } }];
    });
    const alone = (change, objects) => {
        const tables = new Set(objects.filter(({ parent }) => parent === null).map(placeKey));
        return objects.map((object) => ({
            subject: object,
            change: {
                change,
                object: nameOf(object),
                attributes: valuesOf(object),
                isWithin: isPartOf(object, tables),
                inheritedBy: 0,
            },
        }));
    };
    return [...paired, ...alone('added', pairing.added), ...alone('removed', pairing.removed)].toSorted((a, b) => (0,snapshot/* compareNames */.MP)(a.subject, b.subject));
}
function nameOf({ kind, schema, parent, name }) {
    return { kind, schema, parent, name };
}
function placeKey({ schema, name }) {
    return `${schema}\0${name}`;
}
/** A part of a table, and the sequence of a serial column of it. */
function isPartOf(object, tables) {
    if (object.parent !== null)
        return tables.has(`${object.schema}\0${object.parent}`);
    const owner = valuesOf(object).ownedBy;
    return (0,same/* isList */.Lv)(owner) && tables.has(`${owner[0]}\0${owner[1]}`);
}
/** What a partition or a child has from its parent is told of the parent, with how many have it too. */
function withoutInherited(entries) {
    const byKey = new Map(entries.map((entry) => [(0,snapshot/* keyOf */.TN)(entry.subject), entry]));
    const heirs = new Map();
    const kept = entries.filter((entry) => {
        const top = topOf(entry, byKey);
        if (top === undefined)
            return true;
        heirs.set((0,snapshot/* keyOf */.TN)(top.subject), (heirs.get((0,snapshot/* keyOf */.TN)(top.subject)) ?? 0) + 1);
        return false;
    });
    return kept.map((entry) => {
        const inheritedBy = heirs.get((0,snapshot/* keyOf */.TN)(entry.subject)) ?? 0;
        return inheritedBy === 0 ? entry : { ...entry, change: { ...entry.change, inheritedBy } };
    });
}
function topOf(entry, byKey) {
    if (entry.change.isWithin)
        return undefined;
    const origin = valuesOf(entry.subject).inheritedFrom;
    if (!(0,same/* isList */.Lv)(origin))
        return undefined;
    const [schema = '', parent = '', name = ''] = origin;
    const above = byKey.get((0,snapshot/* keyOf */.TN)({ kind: entry.subject.kind, schema, parent, name }));
    if (above === undefined || !isSameChange(above.change, entry.change))
        return undefined;
    return topOf(above, byKey) ?? above;
}
function isSameChange(left, right) {
    if (left.change !== right.change)
        return false;
    if (left.change === 'added' || left.change === 'removed')
        return true;
    return JSON.stringify(left.attributes) === JSON.stringify(right.attributes);
}


/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ displayObject),
/* harmony export */   T0: () => (/* binding */ attributeLabel),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   ew: () => (/* binding */ describeAttribute),
/* harmony export */   mF: () => (/* binding */ changeWords),
/* harmony export */   tw: () => (/* binding */ groupChanges),
/* harmony export */   uQ: () => (/* binding */ describeChange),
/* harmony export */   ve: () => (/* binding */ changeOrder),
/* harmony export */   x7: () => (/* binding */ isLong)
/* harmony export */ });
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(547);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9362);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1325);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1286);
/** A diff in words: counts, objects, attributes. Plain and untrusted text; whoever shows it escapes it. */




const changeWords = {
    removed: 'dropped',
    renamed: 'renamed',
    changed: 'changed',
    added: 'added',
};
/** What a reader looks for first. */
const changeOrder = ['removed', 'renamed', 'changed', 'added'];
/** Dropped first, then renamed, changed, added; by name within. */
function groupChanges({ changes }) {
    const groups = new Map();
    const groupOf = (object) => {
        const key = JSON.stringify([object.kind, object.schema, object.name]);
        const group = groups.get(key) ?? { object, own: undefined, parts: [] };
        groups.set(key, group);
        return group;
    };
    const tables = tablesOf(changes);
    for (const change of changes) {
        const table = tableOf(change, tables);
        if (table === undefined)
            groupOf(change.object).own = change;
        else
            groupOf(table).parts.push(change);
    }
    return [...groups.values()]
        .map((group) => ({ ...group, change: group.own?.change ?? 'changed' }))
        .toSorted((left, right) => changeOrder.indexOf(left.change) - changeOrder.indexOf(right.change));
}
const relationKinds = ['table', 'foreign table', 'view', 'materialized view'];
function tablesOf(changes) {
    const tables = changes
        .map(({ object }) => object)
        .filter(({ kind }) => relationKinds.some((own) => own === kind));
    return new Map(tables.map((table) => [`${table.schema}\0${table.name}`, table]));
}
function tableOf({ object, isWithin, attributes }, tables) {
    const { schema, parent } = object;
    if (parent !== null)
        return (tables.get(`${schema}\0${parent}`) ?? { kind: 'table', schema, parent: null, name: parent });
    const owner = isWithin && 'ownedBy' in attributes ? attributes.ownedBy : undefined;
    return (0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(owner) ? tables.get(`${owner[0]}\0${owner[1]}`) : undefined;
}
/** `2 tables changed, 1 table dropped, 1 view added`; empty when nothing is different. */
function summaryOf(groups) {
    const counts = new Map();
    for (const { object, change } of groups) {
        const key = `${object.kind}\0${change}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const kinds = [...new Set(groups.map(({ object }) => object.kind))].toSorted(byImportance);
    return kinds
        .flatMap((kind) => changeOrder.flatMap((change) => {
        const count = counts.get(`${kind}\0${change}`);
        const { label, plural } = _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKinds */ .rz[kind];
        return count === undefined ? [] : [`${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(count, label, plural)} ${changeWords[change]}`];
    }))
        .join(', ');
}
function byImportance(left, right) {
    return Number(right === 'table') - Number(left === 'table');
}
/** As people write it: `public.users.email`, quoted only where it would be ambiguous. */
function displayObject({ kind, schema, parent, name }) {
    const isPlain = ['function', 'procedure', 'aggregate', 'other', 'default privileges'].includes(kind);
    const last = isPlain ? name : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(name);
    return [schema, parent]
        .flatMap((part) => (part === null ? [] : [(0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(part)]))
        .concat(last)
        .join('.');
}
const longestValue = 120;
/** One line on one change of a part or an object: `column nickname: text, not null`. */
function describeChange(change) {
    const { object, inheritedBy } = change;
    const heirs = inheritedBy === 0
        ? ''
        : ` (and in ${(0,_report_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(inheritedBy, 'partition or child', 'partitions and children')})`;
    const name = object.parent === null ? displayObject(object) : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(object.name);
    const start = `${_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .objectKinds */ .rz[object.kind].label} ${name}`;
    const rest = restOf(change);
    return `${start}${rest === '' ? '' : `: ${rest}`}${heirs}`;
}
function restOf(change) {
    switch (change.change) {
        case 'added':
        case 'removed':
            return essence(change.object.kind, change.attributes);
        case 'changed':
            return change.attributes.map(describeAttribute).join('; ');
        case 'renamed': {
            const former = change.object.parent === null ? displayObject(change.from) : (0,_postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__/* .displayIdentifier */ .UY)(change.from.name);
            const how = change.isCertain ? `was ${former}` : `perhaps was ${former} (${change.why})`;
            return [how, ...change.attributes.map(describeAttribute)].join('; ');
        }
    }
}
/** The attributes that say what an object is, without their names. */
function essence(kind, values) {
    const text = (name) => (values[name] === undefined ? '' : valueText(values[name]));
    const list = (...names) => names
        .map((name) => (values[name] === true ? attributeLabel(name) : text(name)))
        .filter((part) => part !== '')
        .join(', ');
    switch (kind) {
        case 'column': {
            const parts = [text('type')];
            if (values.notNull !== undefined)
                parts.push('not null');
            if (values.identity !== undefined)
                parts.push(`generated ${text('identity')} as identity`);
            if (values.default !== undefined)
                parts.push(values.generated === undefined ? `default ${text('default')}` : `generated as ${text('default')}`);
            return parts.join(', ');
        }
        case 'constraint':
        case 'trigger':
        case 'rule':
            return text('definition');
        case 'index':
            return list('unique', 'definition', 'invalid');
        case 'enum':
            return text('values');
        case 'policy':
            return list('command', 'restrictive', 'roles', 'using', 'check');
        case 'function':
        case 'procedure':
        case 'aggregate':
            return list('returns', 'language', 'securityDefiner');
        case 'extension':
            return text('version');
        case 'domain':
        case 'sequence':
            return text('type');
        default:
            return '';
    }
}
function attributeLabel(name) {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
/** `type: varchar(10) → text`; of a list what came and went; of long texts only that they changed. */
function describeAttribute({ name, from, to }) {
    const label = attributeLabel(name);
    if (to === true && from === null)
        return label;
    if (from === true && to === null)
        return `no longer ${label}`;
    const [olds, news] = [isListLike(from), isListLike(to)];
    if (olds !== undefined && news !== undefined)
        return `${label}: ${listChange(olds, news)}`;
    if (isLong(from) || isLong(to))
        return `${label} changed`;
    if (from === null)
        return `${label}: ${valueText(to)}`;
    return `${label}: ${valueText(from)} → ${to === null ? 'default' : valueText(to)}`;
}
function isListLike(value) {
    if (value === null)
        return [];
    return (0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value : undefined;
}
function listChange(olds, news) {
    const more = news.filter((item) => !olds.includes(item)).map((item) => `+ ${item}`);
    const less = olds.filter((item) => !news.includes(item)).map((item) => `− ${item}`);
    const parts = [...less, ...more];
    return parts.length === 0 ? 'in another order' : shortened(parts.join(', '));
}
function isLong(value) {
    return typeof value === 'string' && (value.length > longestValue || value.includes('\n'));
}
function valueText(value) {
    if (value === null)
        return 'default';
    return shortened((0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value.join(', ') : value === true ? 'yes' : String(value));
}
function shortened(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length <= longestValue ? line : `${line.slice(0, longestValue - 1)}…`;
}


/***/ }),

/***/ 1325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ kindNames),
/* harmony export */   kV: () => (/* binding */ isObjectKind),
/* harmony export */   rz: () => (/* binding */ objectKinds),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
const owned = ['owner', 'grants', 'comment'];
const routine = [
    'returns',
    'arguments',
    'language',
    'volatility',
    'parallel',
    'strict',
    'securityDefiner',
    'leakproof',
    'settings',
    'cost',
    'rows',
    'support',
    'body',
];
const objectKinds = {
    schema: { label: 'schema', plural: 'schemas', attributes: owned, catalogs: ['pg_namespace'] },
    extension: {
        label: 'extension',
        plural: 'extensions',
        attributes: ['version', 'schema', 'comment'],
        catalogs: ['pg_extension'],
    },
    enum: {
        label: 'enum',
        plural: 'enums',
        attributes: ['values', ...owned],
        catalogs: ['pg_type', 'pg_enum'],
    },
    domain: {
        label: 'domain',
        plural: 'domains',
        attributes: ['type', 'collation', 'default', 'notNull', 'constraints', ...owned],
        catalogs: ['pg_type', 'pg_constraint'],
    },
    'composite type': {
        label: 'composite type',
        plural: 'composite types',
        attributes: ['fields', ...owned],
        catalogs: ['pg_type', 'pg_attribute'],
    },
    'range type': {
        label: 'range type',
        plural: 'range types',
        attributes: ['subtype', 'operatorClass', 'collation', 'canonical', 'difference', 'multirange', ...owned],
        catalogs: ['pg_type', 'pg_range'],
    },
    collation: {
        label: 'collation',
        plural: 'collations',
        attributes: ['provider', 'locale', 'rules', 'nondeterministic', 'owner', 'comment'],
        catalogs: ['pg_collation'],
    },
    sequence: {
        label: 'sequence',
        plural: 'sequences',
        attributes: [
            'type',
            'start',
            'increment',
            'minimum',
            'maximum',
            'cache',
            'cycle',
            'unlogged',
            'ownedBy',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_sequence'],
    },
    table: {
        label: 'table',
        plural: 'tables',
        attributes: [
            'partitionKey',
            'partitionOf',
            'partitionBound',
            'inherits',
            'ofType',
            'unlogged',
            'accessMethod',
            'tablespace',
            'options',
            'replicaIdentity',
            'rowSecurity',
            'forcedRowSecurity',
            'columnOrder',
            ...owned,
        ],
        catalogs: ['pg_class', 'pg_inherits'],
    },
    'foreign table': {
        label: 'foreign table',
        plural: 'foreign tables',
        attributes: ['server', 'options', 'partitionOf', 'partitionBound', 'inherits', 'columnOrder', ...owned],
        catalogs: ['pg_class', 'pg_foreign_table', 'pg_foreign_server'],
    },
    column: {
        label: 'column',
        plural: 'columns',
        attributes: [
            'type',
            'collation',
            'notNull',
            'notNullName',
            'default',
            'generated',
            'identity',
            'identityOptions',
            'storage',
            'compression',
            'statistics',
            'options',
            'local',
            'grants',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_attribute', 'pg_attrdef'],
    },
    constraint: {
        label: 'constraint',
        plural: 'constraints',
        attributes: [
            'type',
            'definition',
            'indexOptions',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'local',
            'comment',
        ],
        facts: ['columns', 'references', 'inheritedFrom'],
        catalogs: ['pg_constraint'],
    },
    index: {
        label: 'index',
        plural: 'indexes',
        attributes: [
            'unique',
            'definition',
            'tablespace',
            'clustered',
            'replicaIdentity',
            'invalid',
            'statistics',
            'comment',
        ],
        facts: ['inheritedFrom'],
        catalogs: ['pg_index'],
    },
    trigger: {
        label: 'trigger',
        plural: 'triggers',
        attributes: ['definition', 'enabled', 'comment'],
        facts: ['inheritedFrom'],
        catalogs: ['pg_trigger'],
    },
    rule: {
        label: 'rule',
        plural: 'rules',
        attributes: ['definition', 'enabled', 'comment'],
        catalogs: ['pg_rewrite'],
    },
    policy: {
        label: 'policy',
        plural: 'policies',
        attributes: ['command', 'restrictive', 'roles', 'using', 'check', 'comment'],
        catalogs: ['pg_policy'],
    },
    statistics: {
        label: 'extended statistics',
        plural: 'extended statistics',
        attributes: ['definition', 'target', 'owner', 'comment'],
        catalogs: ['pg_statistic_ext'],
    },
    view: {
        label: 'view',
        plural: 'views',
        attributes: ['definition', 'options', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    'materialized view': {
        label: 'materialized view',
        plural: 'materialized views',
        attributes: ['definition', 'options', 'accessMethod', 'tablespace', ...owned],
        catalogs: ['pg_class', 'pg_rewrite'],
    },
    function: {
        label: 'function',
        plural: 'functions',
        attributes: ['window', ...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    procedure: {
        label: 'procedure',
        plural: 'procedures',
        attributes: [...routine, ...owned],
        catalogs: ['pg_proc'],
    },
    aggregate: {
        label: 'aggregate',
        plural: 'aggregates',
        attributes: ['returns', 'arguments', 'parallel', 'parts', ...owned],
        catalogs: ['pg_proc', 'pg_aggregate'],
    },
    'event trigger': {
        label: 'event trigger',
        plural: 'event triggers',
        attributes: ['event', 'tags', 'function', 'enabled', 'owner', 'comment'],
        catalogs: ['pg_event_trigger'],
    },
    publication: {
        label: 'publication',
        plural: 'publications',
        attributes: [
            'allTables',
            'tables',
            'schemas',
            'operations',
            'viaRoot',
            'generatedColumns',
            'owner',
            'comment',
        ],
        catalogs: ['pg_publication', 'pg_publication_rel', 'pg_publication_namespace'],
    },
    'foreign server': {
        label: 'foreign server',
        plural: 'foreign servers',
        attributes: ['wrapper', 'type', 'version', 'options', ...owned],
        catalogs: ['pg_foreign_server', 'pg_foreign_data_wrapper'],
    },
    'default privileges': {
        label: 'default privileges',
        plural: 'default privileges',
        attributes: ['grants'],
        catalogs: ['pg_default_acl'],
    },
    other: {
        label: 'other object',
        plural: 'other objects',
        attributes: ['type'],
        catalogs: [
            'pg_operator',
            'pg_opclass',
            'pg_opfamily',
            'pg_cast',
            'pg_conversion',
            'pg_ts_config',
            'pg_ts_dict',
            'pg_transform',
            'pg_language',
            'pg_foreign_data_wrapper',
        ],
    },
};
/** Every kind, in the order in which snapshots and reports list them. */
const kindNames = Object.keys(objectKinds).filter(isObjectKind);
function isObjectKind(name) {
    return typeof name === 'string' && Object.hasOwn(objectKinds, name);
}
/** What the diff does not compare, since another attribute says it too. */
function factsOf(kind) {
    const entry = objectKinds[kind];
    return entry.facts ?? [];
}


/***/ }),

/***/ 4996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readSnapshot)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(1753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(1212);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(1290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(7929);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(1325);
;// CONCATENATED MODULE: ./build/schema/catalog/row-query.js
/** The comment on an object; `catalog` is where it lives. */
function commentOn(oid, catalog) {
    return `(select d.description from pg_catalog.pg_description d
    where d.objoid = ${oid} and d.classoid = 'pg_catalog.${catalog}'::pg_catalog.regclass and d.objsubid = 0)`;
}
/** Grants with what would hold if there were none; `type` as `acldefault` takes it. Decoded by `grants.ts`. */
function grantsOf(acl, type, owner) {
    return `case when ${acl} is not null then pg_catalog.json_build_array(
    ${acl}::pg_catalog.text[], pg_catalog.acldefault(${type}, ${owner})::pg_catalog.text[]) end`;
}
function ownerOf(oid) {
    return `pg_catalog.pg_get_userbyid(${oid})`;
}
/** Whether an extension brought it. */
function isMember(oid, catalog) {
    return `exists (select from members m
    where m.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and m.objid = ${oid})`;
}
/** `attributes` are pairs of a name and an SQL expression; null and false are dropped when decoded. */
function attributes(pairs) {
    const list = Object.entries(pairs).map(([name, sql]) => `'${name}', ${sql}`);
    return `pg_catalog.json_build_object(${list.join(',\n    ')})`;
}
const tablespaceOf = (oid) => `(select ts.spcname from pg_catalog.pg_tablespace ts where ts.oid = ${oid})`;
/** How a trigger or a rule fires; its default is absent. */
const enabledText = (column) => `case ${column} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end`;

;// CONCATENATED MODULE: ./build/schema/catalog/database-queries.js
/** What is above tables: schemas, extensions, publications, event triggers, foreign servers, default privileges. */

const schemas = {
    kind: 'schema',
    sql: `select pg_catalog.json_build_array(null, null, n.nspname, ${attributes({
        owner: ownerOf('n.nspowner'),
        grants: grantsOf('n.nspacl', `'n'`, 'n.nspowner'),
        comment: commentOn('n.oid', 'pg_namespace'),
    })}) as row
  from pg_catalog.pg_namespace n
  join schemas s on s.oid = n.oid
  where not ${isMember('n.oid', 'pg_namespace')}`,
};
const extensions = {
    kind: 'extension',
    sql: `select pg_catalog.json_build_array(null, null, e.extname, ${attributes({
        version: 'e.extversion',
        schema: 'e.extnamespace::pg_catalog.regnamespace::pg_catalog.text',
        comment: commentOn('e.oid', 'pg_extension'),
    })}) as row
  from pg_catalog.pg_extension e`,
};
const eventTriggers = {
    kind: 'event trigger',
    sql: `select pg_catalog.json_build_array(null, null, e.evtname, ${attributes({
        event: 'e.evtevent',
        tags: `(select pg_catalog.json_agg(t order by t collate "C") from pg_catalog.unnest(e.evttags) t)`,
        function: 'e.evtfoid::pg_catalog.regproc::pg_catalog.text',
        enabled: enabledText('e.evtenabled'),
        owner: ownerOf('e.evtowner'),
        comment: commentOn('e.oid', 'pg_event_trigger'),
    })}) as row
  from pg_catalog.pg_event_trigger e
  where not ${isMember('e.oid', 'pg_event_trigger')}`,
};
const publishedTables = `(select pg_catalog.json_agg(t.line order by t.line collate "C") from (
      select pr.prrelid::pg_catalog.regclass::pg_catalog.text
        || coalesce(' (' || (select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attname collate "C")
          from pg_catalog.pg_attribute a
          where a.attrelid = pr.prrelid and a.attnum = any (pr.prattrs::pg_catalog.int2[])) || ')', '')
        || coalesce(' WHERE ' || pg_catalog.pg_get_expr(pr.prqual, pr.prrelid), '') as line
      from pg_catalog.pg_publication_rel pr where pr.prpubid = p.oid) t)`;
const publications = {
    kind: 'publication',
    sql: `select pg_catalog.json_build_array(null, null, p.pubname, ${attributes({
        allTables: 'p.puballtables',
        tables: publishedTables,
        schemas: `(select pg_catalog.json_agg(ns.nspname order by ns.nspname collate "C")
      from pg_catalog.pg_publication_namespace pn
      join pg_catalog.pg_namespace ns on ns.oid = pn.pnnspid where pn.pnpubid = p.oid)`,
        operations: `pg_catalog.to_json(pg_catalog.array_remove(array[case when p.pubinsert then 'insert' end,
      case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
      case when p.pubtruncate then 'truncate' end], null))`,
        viaRoot: 'p.pubviaroot',
        generatedColumns: `nullif(pg_catalog.to_jsonb(p) ->> 'pubgencols', 'n')`,
        owner: ownerOf('p.pubowner'),
        comment: commentOn('p.oid', 'pg_publication'),
    })}) as row
  from pg_catalog.pg_publication p`,
};
/** An option whose name sounds like a secret is told without its value. */
const serverOptions = `(select pg_catalog.json_agg(
      case when o ~* '^[^=]*(pass|secret|token|key)[^=]*=' then pg_catalog.split_part(o, '=', 1) || '=***' else o end
      order by o collate "C") from pg_catalog.unnest(s.srvoptions) o)`;
const foreignServers = {
    kind: 'foreign server',
    sql: `select pg_catalog.json_build_array(null, null, s.srvname, ${attributes({
        wrapper: `(select w.fdwname from pg_catalog.pg_foreign_data_wrapper w where w.oid = s.srvfdw)`,
        type: 's.srvtype',
        version: 's.srvversion',
        options: serverOptions,
        owner: ownerOf('s.srvowner'),
        grants: grantsOf('s.srvacl', `'S'`, 's.srvowner'),
        comment: commentOn('s.oid', 'pg_foreign_server'),
    })}) as row
  from pg_catalog.pg_foreign_server s
  where not ${isMember('s.oid', 'pg_foreign_server')}`,
};
/** Those of one schema add to the rest, so nothing holds without them; the others take the place of Postgres's own. */
const defaultPrivileges = {
    kind: 'default privileges',
    sql: `select pg_catalog.json_build_array(n.nspname, null,
    pg_catalog.format('%s of %s', case p.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
      when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end,
      pg_catalog.pg_get_userbyid(p.defaclrole)), ${attributes({
        grants: `pg_catalog.json_build_array(p.defaclacl::pg_catalog.text[], case when p.defaclnamespace = 0
      then pg_catalog.acldefault(case p.defaclobjtype when 'S' then 's'::pg_catalog."char" else p.defaclobjtype end,
        p.defaclrole)::pg_catalog.text[] else '{}' end)`,
    })}) as row
  from pg_catalog.pg_default_acl p
  left join schemas n on n.oid = p.defaclnamespace
  where p.defaclnamespace = 0 or n.oid is not null`,
};
/**
 * Kinds that are told only to be there or not. Built-in ones have oids below 16384 (FirstNormalObjectId). User mappings
 * and subscriptions are left out: their options and connection strings hold passwords.
 */
const others = [
    ['pg_operator', 'true'],
    ['pg_opclass', 'true'],
    ['pg_opfamily', 'true'],
    ['pg_cast', 'true'],
    ['pg_conversion', 'true'],
    ['pg_ts_config', 'true'],
    ['pg_ts_dict', 'true'],
    ['pg_transform', 'true'],
    ['pg_language', 'true'],
    ['pg_foreign_data_wrapper', 'true'],
    ['pg_type', `o.typtype = 'b' and not exists (select from pg_catalog.pg_type e where e.typarray = o.oid)`],
];
const other = {
    kind: 'other',
    sql: `select pg_catalog.json_build_array(null, null, i.type || ' ' || i.identity,
      ${attributes({ type: 'i.type' })}) as row
  from (${others
        .map(([catalog, condition]) => `
    select 'pg_catalog.${catalog}'::pg_catalog.regclass as catalog, o.oid from pg_catalog.${catalog} o
    where o.oid >= 16384 and ${condition} and not ${isMember('o.oid', catalog)}`)
        .join('\n    union all')}) o,
  lateral pg_catalog.pg_identify_object(o.catalog, o.oid, 0) i
  where i.schema is null or exists (
    select from schemas n where pg_catalog.quote_ident(n.nspname) = i.schema)`,
};
const databaseQueries = [
    schemas,
    extensions,
    eventTriggers,
    publications,
    foreignServers,
    defaultPrivileges,
    other,
];

;// CONCATENATED MODULE: ./build/schema/catalog/relation-queries.js
/** Tables, views, sequences and their columns. `relations` and `schemas` are defined in `snapshot-query.ts`. */

/** Storage parameters with those of the TOAST table, as CREATE TABLE takes them; sorted, since their order means nothing. */
const tableOptions = `(select pg_catalog.json_agg(o order by o collate "C") from (
    select pg_catalog.unnest(c.reloptions) as o
    union all
    select 'toast.' || pg_catalog.unnest(toast.reloptions)
    from pg_catalog.pg_class toast where toast.oid = c.reltoastrelid) options)`;
const parents = `(select pg_catalog.json_agg(i.inhparent::pg_catalog.regclass::pg_catalog.text order by i.inhseqno)
    from pg_catalog.pg_inherits i where i.inhrelid = c.oid)`;
const accessMethod = `(select am.amname from pg_catalog.pg_am am where am.oid = c.relam and am.amname <> 'heap')`;
const partitionAttributes = {
    partitionOf: `case when c.relispartition then ${parents} -> 0 end`,
    partitionBound: 'case when c.relispartition then pg_catalog.pg_get_expr(c.relpartbound, c.oid) end',
    inherits: `case when not c.relispartition then ${parents} end`,
};
const ownedAttributes = (type) => ({
    owner: ownerOf('c.relowner'),
    grants: grantsOf('c.relacl', type, 'c.relowner'),
    comment: 'd.description',
});
const withComment = `left join pg_catalog.pg_description d
    on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0`;
const fromRelations = (kinds) => `from relations r
  join pg_catalog.pg_class c on c.oid = r.oid
  ${withComment}
  where r.relkind in (${kinds})`;
const tables = {
    kind: 'table',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        partitionKey: `case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end`,
        ...partitionAttributes,
        ofType: `case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end`,
        unlogged: `c.relpersistence = 'u'`,
        accessMethod,
        tablespace: tablespaceOf('c.reltablespace'),
        options: tableOptions,
        replicaIdentity: `case c.relreplident when 'n' then 'nothing' when 'f' then 'full' end`,
        rowSecurity: 'c.relrowsecurity',
        forcedRowSecurity: 'c.relforcerowsecurity',
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'r', 'p'`)}`,
};
const views = {
    kind: 'view',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        definition: 'pg_catalog.pg_get_viewdef(c.oid)',
        options: `(select pg_catalog.json_agg(o order by o collate "C") from pg_catalog.unnest(c.reloptions) o)`,
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'v'`)}`,
};
const materializedViews = {
    kind: 'materialized view',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        definition: 'pg_catalog.pg_get_viewdef(c.oid)',
        options: tableOptions,
        accessMethod,
        tablespace: tablespaceOf('c.reltablespace'),
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'m'`)}`,
};
/** A table name may not be read from a server's options: a password there is an option of the user mapping, which is not read. */
const foreignTables = {
    kind: 'foreign table',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        server: `(select s.srvname from pg_catalog.pg_foreign_table f
      join pg_catalog.pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid)`,
        options: `(select pg_catalog.json_agg(o order by o collate "C") from pg_catalog.pg_foreign_table f,
      pg_catalog.unnest(f.ftoptions) o where f.ftrelid = c.oid)`,
        ...partitionAttributes,
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'f'`)}`,
};
/** What an identity column's own sequence has other than by default; its name is Postgres's affair. */
const identityOptions = `(select nullif(pg_catalog.concat_ws(' ',
      case when q.seqstart <> 1 then 'START WITH ' || q.seqstart end,
      case when q.seqincrement <> 1 then 'INCREMENT BY ' || q.seqincrement end,
      case when q.seqmin <> 1 then 'MINVALUE ' || q.seqmin end,
      case when q.seqmax <> ${typeMaximum('q.seqtypid')} then 'MAXVALUE ' || q.seqmax end,
      case when q.seqcache <> 1 then 'CACHE ' || q.seqcache end,
      case when q.seqcycle then 'CYCLE' end), '')
    from pg_catalog.pg_depend dep
    join pg_catalog.pg_sequence q on q.seqrelid = dep.objid
    where dep.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.refobjid = a.attrelid
      and dep.refobjsubid = a.attnum and dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.deptype = 'i')`;
function typeMaximum(type) {
    return `case ${type} when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end`;
}
const columnExtras = `case when a.attidentity <> '' or a.attgenerated <> '' or a.attcollation <> t.typcollation
      or a.attstorage <> t.typstorage or a.attcompression <> '' or coalesce(a.attstattarget, -1) >= 0
      or a.attoptions is not null or a.attfdwoptions is not null or a.attacl is not null or a.attinhcount > 0
      or d.description is not null or nn.conname is not null
    then ${attributes({
    collation: `case when a.attcollation <> t.typcollation and a.attcollation <> 0
        then a.attcollation::pg_catalog.regcollation::pg_catalog.text end`,
    notNull: `case when nn.connoinherit then 'no inherit' when not nn.convalidated then 'not valid' end`,
    notNullName: `case when nn.conislocal and nn.conname !~ '_not_null[0-9]*$' then nn.conname end`,
    generated: `case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end`,
    identity: `case a.attidentity when 'a' then 'always' when 'd' then 'by default' end`,
    identityOptions: `case when a.attidentity <> '' then ${identityOptions} end`,
    storage: `case when a.attstorage <> t.typstorage then ${storageText('a.attstorage')} end`,
    compression: `case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end`,
    statistics: 'case when a.attstattarget >= 0 then a.attstattarget end',
    options: `(select pg_catalog.json_agg(o order by o collate "C")
        from pg_catalog.unnest(a.attoptions || a.attfdwoptions) o)`,
    local: 'a.attinhcount > 0 and a.attislocal',
    inheritedFrom: `case when a.attinhcount > 0 then (
        select pg_catalog.json_build_array(pn.nspname, pc.relname, a.attname)
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class pc on pc.oid = i.inhparent
        join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
        join pg_catalog.pg_attribute pa on pa.attrelid = pc.oid and pa.attname = a.attname
        where i.inhrelid = a.attrelid order by i.inhseqno limit 1) end`,
    grants: grantsOf('a.attacl', `'c'`, 'r.relowner'),
    comment: 'd.description',
})} end`;
function storageText(column) {
    return `case ${column} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' end`;
}
/** Of a view only the columns that have something of their own: the rest is its definition. */
const columns = {
    kind: 'column',
    values: ['position', 'type', 'notNull', 'default'],
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, a.attname, ${columnExtras},
    a.attnum, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
    case when a.atthasdef then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end) as row
  from relations r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_attrdef def on def.adrelid = a.attrelid and def.adnum = a.attnum
  left join pg_catalog.pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum
    and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  left join pg_catalog.pg_constraint nn on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum
  where r.relkind in ('r', 'p', 'f')
    or a.atthasdef or a.attacl is not null or d.description is not null or a.attoptions is not null
    or (r.relkind = 'm' and (coalesce(a.attstattarget, -1) >= 0 or a.attstorage <> t.typstorage or a.attcompression <> ''))`,
};
/** Not those behind identity columns: their options are the column's. */
const sequences = {
    kind: 'sequence',
    sql: `select pg_catalog.json_build_array(n.nspname, null, c.relname, ${attributes({
        type: `pg_catalog.format_type(q.seqtypid, null)`,
        start: `case when q.seqstart <> case when q.seqincrement > 0 then q.seqmin else q.seqmax end
      then q.seqstart::pg_catalog.text end`,
        increment: `case when q.seqincrement <> 1 then q.seqincrement::pg_catalog.text end`,
        minimum: `case when q.seqmin <> case when q.seqincrement > 0 then 1 else -1 - ${typeMaximum('q.seqtypid')} end
      then q.seqmin::pg_catalog.text end`,
        maximum: `case when q.seqmax <> case when q.seqincrement > 0 then ${typeMaximum('q.seqtypid')} else -1 end
      then q.seqmax::pg_catalog.text end`,
        cache: `case when q.seqcache <> 1 then q.seqcache::pg_catalog.text end`,
        cycle: 'q.seqcycle',
        unlogged: `c.relpersistence = 'u'`,
        ownedBy: `(select pg_catalog.json_build_array(on_.nspname, oc.relname, a.attname)
      from pg_catalog.pg_depend dep
      join pg_catalog.pg_class oc on oc.oid = dep.refobjid
      join pg_catalog.pg_namespace on_ on on_.oid = oc.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = dep.refobjid and a.attnum = dep.refobjsubid
      where dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.objid = c.oid and dep.deptype = 'a'
        and dep.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.refobjsubid > 0 limit 1)`,
        owner: ownerOf('c.relowner'),
        grants: grantsOf('c.relacl', `'s'`, 'c.relowner'),
        comment: commentOn('c.oid', 'pg_class'),
    })}) as row
  from pg_catalog.pg_sequence q
  join pg_catalog.pg_class c on c.oid = q.seqrelid
  join schemas n on n.oid = c.relnamespace
  where c.relpersistence <> 't' and not exists (
    select from pg_catalog.pg_depend dep
    where dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.objid = c.oid
      and dep.deptype in ('i', 'e'))`,
};
const relationQueries = [
    tables,
    views,
    materializedViews,
    foreignTables,
    columns,
    sequences,
];

;// CONCATENATED MODULE: ./build/schema/catalog/routine-queries.js
/** Functions, procedures and aggregates. */

/** Name and types of the arguments that tell routines of one name apart; names and defaults are attributes. */
const signature = `p.proname || '(' || coalesce((
      select pg_catalog.string_agg(pg_catalog.format_type(y.type, null), ', ' order by y.position)
      from pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) with ordinality y (type, position)), '') || ')'`;
const owned = {
    owner: ownerOf('p.proowner'),
    grants: grantsOf('p.proacl', `'f'`, 'p.proowner'),
    comment: commentOn('p.oid', 'pg_proc'),
};
const routine = {
    returns: 'pg_catalog.pg_get_function_result(p.oid)',
    arguments: `nullif(pg_catalog.pg_get_function_arguments(p.oid), '')`,
    language: 'l.lanname',
    volatility: `case p.provolatile when 'i' then 'immutable' when 's' then 'stable' end`,
    parallel: `case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end`,
    strict: 'p.proisstrict',
    securityDefiner: 'p.prosecdef',
    leakproof: 'p.proleakproof',
    settings: `(select pg_catalog.json_agg(s order by s collate "C") from pg_catalog.unnest(p.proconfig) s)`,
    cost: `case when p.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end then p.procost end`,
    rows: 'case when p.proretset and p.prorows <> 1000 then p.prorows end',
    support: `case when p.prosupport <> 0 then p.prosupport::pg_catalog.regproc::pg_catalog.text end`,
    body: `coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), case when p.probin is null then p.prosrc
    else pg_catalog.format('%s, %s', p.probin, p.prosrc) end)`,
};
const fromRoutines = (kinds) => `from pg_catalog.pg_proc p
  join schemas n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where p.prokind in (${kinds}) and not ${isMember('p.oid', 'pg_proc')}
    -- The constructors of range types come and go with the type.
    and not exists (select from pg_catalog.pg_depend i
      where i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and i.objid = p.oid and i.deptype = 'i')`;
const functions = {
    kind: 'function',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        window: `p.prokind = 'w'`,
        ...routine,
        ...owned,
    })}) as row
  ${fromRoutines(`'f', 'w'`)}`,
};
const procedures = {
    kind: 'procedure',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        ...routine,
        ...owned,
    })}) as row
  ${fromRoutines(`'p'`)}`,
};
/** As CREATE AGGREGATE names them. */
const aggregateParts = {
    KIND: `case a.aggkind when 'o' then 'ordered set' when 'h' then 'hypothetical' end`,
    SFUNC: procedureName('a.aggtransfn'),
    STYPE: 'pg_catalog.format_type(a.aggtranstype, null)',
    SSPACE: 'nullif(a.aggtransspace, 0)::pg_catalog.text',
    INITCOND: 'a.agginitval',
    FINALFUNC: procedureName('a.aggfinalfn'),
    FINALFUNC_EXTRA: `case when a.aggfinalextra then 'yes' end`,
    FINALFUNC_MODIFY: `case when a.aggfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end
    then a.aggfinalmodify::pg_catalog.text end`,
    COMBINEFUNC: procedureName('a.aggcombinefn'),
    SERIALFUNC: procedureName('a.aggserialfn'),
    DESERIALFUNC: procedureName('a.aggdeserialfn'),
    MSFUNC: procedureName('a.aggmtransfn'),
    MINVFUNC: procedureName('a.aggminvtransfn'),
    MSTYPE: `case when a.aggmtranstype <> 0 then pg_catalog.format_type(a.aggmtranstype, null) end`,
    MINITCOND: 'a.aggminitval',
    MFINALFUNC: procedureName('a.aggmfinalfn'),
    SORTOP: `case when a.aggsortop <> 0 then a.aggsortop::pg_catalog.regoperator::pg_catalog.text end`,
};
function procedureName(column) {
    return `case when ${column} <> 0 then ${column}::pg_catalog.regproc::pg_catalog.text end`;
}
const aggregates = {
    kind: 'aggregate',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        returns: 'pg_catalog.pg_get_function_result(p.oid)',
        arguments: `nullif(pg_catalog.pg_get_function_arguments(p.oid), '')`,
        parallel: routine.parallel,
        parts: `pg_catalog.to_json(pg_catalog.array_remove(array[${Object.entries(aggregateParts)
            .map(([name, sql]) => `'${name} = ' || (${sql})`)
            .join(', ')}], null))`,
        ...owned,
    })}) as row
  from pg_catalog.pg_proc p
  join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
  join schemas n on n.oid = p.pronamespace
  where not ${isMember('p.oid', 'pg_proc')}`,
};
const routineQueries = [functions, procedures, aggregates];

;// CONCATENATED MODULE: ./build/schema/catalog/table-part-queries.js
/** What belongs to a table: constraints, indexes, triggers, rules, policies, extended statistics. */

/** The index behind a constraint has options of its own that the constraint's definition does not tell. */
const indexFacts = (index, relation) => ({
    tablespace: tablespaceOf(`${relation}.reltablespace`),
    clustered: `${index}.indisclustered`,
    replicaIdentity: `${index}.indisreplident`,
    invalid: `not ${index}.indisvalid`,
});
const constraints = {
    kind: 'constraint',
    values: ['type', 'definition', 'columns', 'references'],
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, con.conname,
    case when d.description is not null or con.coninhcount > 0 or con.conparentid <> 0
      or ic.reloptions is not null or ic.reltablespace <> 0 or i.indisclustered or i.indisreplident or not i.indisvalid
    then ${attributes({
        indexOptions: `pg_catalog.to_json(ic.reloptions)`,
        ...indexFacts('i', 'ic'),
        local: 'con.coninhcount > 0 and con.conislocal',
        inheritedFrom: `case when con.conparentid <> 0 then (
          select pg_catalog.json_build_array(pn.nspname, pc.relname, p.conname)
          from pg_catalog.pg_constraint p
          join pg_catalog.pg_class pc on pc.oid = p.conrelid
          join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
          where p.oid = con.conparentid)
        when con.coninhcount > 0 then (
          select pg_catalog.json_build_array(pn.nspname, pc.relname, p.conname)
          from pg_catalog.pg_inherits h
          join pg_catalog.pg_constraint p on p.conrelid = h.inhparent and p.conname = con.conname
          join pg_catalog.pg_class pc on pc.oid = p.conrelid
          join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
          where h.inhrelid = con.conrelid order by h.inhseqno limit 1) end`,
        comment: 'd.description',
    })} end,
    case con.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key'
      when 'c' then 'check' when 'x' then 'exclusion' end,
    pg_catalog.pg_get_constraintdef(con.oid),
    con.conkey,
    nullif(con.confrelid, 0)::pg_catalog.int8) as row
  from relations r
  join pg_catalog.pg_constraint con on con.conrelid = r.oid and con.contype in ('p', 'u', 'f', 'c', 'x')
  left join pg_catalog.pg_index i on i.indexrelid = con.conindid and con.contype in ('p', 'u', 'x')
  left join pg_catalog.pg_class ic on ic.oid = i.indexrelid
  left join pg_catalog.pg_description d on d.objoid = con.oid and d.objsubid = 0
    and d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass`,
};
/**
 * Without the start of the definition, which names the index and the table: an index is the same whatever it and its
 * table are called. What is cut off is exactly what `pg_get_indexdef` writes (ruleutils.c, pg_get_indexdef_worker).
 */
const indexDefinition = `pg_catalog.substr(pg_catalog.pg_get_indexdef(i.indexrelid), pg_catalog.length(pg_catalog.format(
      'CREATE %sINDEX %I ON %s%I.%I ', case when i.indisunique then 'UNIQUE ' end, c.relname,
      case when c.relkind = 'I' then 'ONLY ' end, r.nspname, r.relname)) + 1)`;
const indexes = {
    kind: 'index',
    values: ['unique', 'definition'],
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, c.relname,
    case when d.description is not null or c.relispartition or c.reltablespace <> 0 or i.indisclustered
      or i.indisreplident or not i.indisvalid
      or i.indexrelid in (select a.attrelid from pg_catalog.pg_attribute a where a.attstattarget >= 0 and a.attrelid >= 16384)
    then ${attributes({
        ...indexFacts('i', 'c'),
        statistics: `(select pg_catalog.json_agg(a.attnum || ': ' || a.attstattarget order by a.attnum)
        from pg_catalog.pg_attribute a where a.attrelid = i.indexrelid and a.attstattarget >= 0)`,
        inheritedFrom: `case when c.relispartition then (
        select pg_catalog.json_build_array(pn.nspname, pt.relname, pc.relname)
        from pg_catalog.pg_inherits h
        join pg_catalog.pg_index pi on pi.indexrelid = h.inhparent
        join pg_catalog.pg_class pc on pc.oid = h.inhparent
        join pg_catalog.pg_class pt on pt.oid = pi.indrelid
        join pg_catalog.pg_namespace pn on pn.oid = pt.relnamespace
        where h.inhrelid = c.oid) end`,
        comment: 'd.description',
    })} end,
    i.indisunique,
    ${indexDefinition}) as row
  from relations r
  join pg_catalog.pg_index i on i.indrelid = r.oid
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  left join pg_catalog.pg_description d on d.objoid = c.oid and d.objsubid = 0
    and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  where c.relpersistence <> 't'
    -- A hashed list: pg_constraint has no index on conindid.
    and i.indexrelid not in (select own.conindid from pg_catalog.pg_constraint own where own.contype in ('p', 'u', 'x'))`,
};
const triggers = {
    kind: 'trigger',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, t.tgname, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_triggerdef(t.oid),
      pg_catalog.format('TRIGGER %I ', t.tgname), 'TRIGGER ')`,
        enabled: enabledText('t.tgenabled'),
        inheritedFrom: `(select pg_catalog.json_build_array(pn.nspname, pc.relname, p.tgname)
      from pg_catalog.pg_trigger p
      join pg_catalog.pg_class pc on pc.oid = p.tgrelid
      join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
      where p.oid = t.tgparentid)`,
        comment: commentOn('t.oid', 'pg_trigger'),
    })}) as row
  from relations r
  join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal`,
};
const rules = {
    kind: 'rule',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, w.rulename, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_ruledef(w.oid),
      pg_catalog.format('CREATE RULE %I AS', w.rulename), 'CREATE RULE AS')`,
        enabled: enabledText('w.ev_enabled'),
        comment: commentOn('w.oid', 'pg_rewrite'),
    })}) as row
  from relations r
  join pg_catalog.pg_rewrite w on w.ev_class = r.oid and w.rulename <> '_RETURN'`,
};
const policies = {
    kind: 'policy',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, p.polname, ${attributes({
        command: `case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
      when 'd' then 'DELETE' else 'ALL' end`,
        restrictive: 'not p.polpermissive',
        roles: `(select pg_catalog.json_agg(role.name order by role.name collate "C") from (
      select case when o = 0 then 'PUBLIC' else pg_catalog.pg_get_userbyid(o)::pg_catalog.text end as name
      from pg_catalog.unnest(p.polroles) o) role)`,
        using: 'pg_catalog.pg_get_expr(p.polqual, p.polrelid)',
        check: 'pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)',
        comment: commentOn('p.oid', 'pg_policy'),
    })}) as row
  from relations r
  join pg_catalog.pg_policy p on p.polrelid = r.oid`,
};
const statistics = {
    kind: 'statistics',
    sql: `select pg_catalog.json_build_array(n.nspname, null, s.stxname, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_statisticsobjdef(s.oid),
      pg_catalog.format('CREATE STATISTICS %I.%I', n.nspname, s.stxname), 'CREATE STATISTICS')`,
        target: 'case when s.stxstattarget >= 0 then s.stxstattarget end',
        owner: ownerOf('s.stxowner'),
        comment: commentOn('s.oid', 'pg_statistic_ext'),
    })}) as row
  from pg_catalog.pg_statistic_ext s
  join schemas n on n.oid = s.stxnamespace
  join relations r on r.oid = s.stxrelid`,
};
const tablePartQueries = [
    constraints,
    indexes,
    triggers,
    rules,
    policies,
    statistics,
];

;// CONCATENATED MODULE: ./build/schema/catalog/type-queries.js
/** Types that a user makes: enums, domains, composite and range types; collations. */

const type_queries_owned = {
    owner: ownerOf('t.typowner'),
    grants: grantsOf('t.typacl', `'T'`, 't.typowner'),
    comment: commentOn('t.oid', 'pg_type'),
};
const fromTypes = (type) => `from pg_catalog.pg_type t
  join schemas n on n.oid = t.typnamespace
  where t.typtype = '${type}' and not ${isMember('t.oid', 'pg_type')}`;
const enums = {
    kind: 'enum',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        values: `(select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
      from pg_catalog.pg_enum e where e.enumtypid = t.oid)`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('e')}`,
};
const domains = {
    kind: 'domain',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        type: 'pg_catalog.format_type(t.typbasetype, t.typtypmod)',
        collation: `(select t.typcollation::pg_catalog.regcollation::pg_catalog.text from pg_catalog.pg_type b
      where b.oid = t.typbasetype and b.typcollation <> t.typcollation)`,
        default: 't.typdefault',
        notNull: 't.typnotnull',
        constraints: `(select pg_catalog.json_agg(con.conname || ' ' || pg_catalog.pg_get_constraintdef(con.oid)
        order by con.conname collate "C")
      from pg_catalog.pg_constraint con where con.contypid = t.oid and con.contype = 'c')`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('d')}`,
};
const composites = {
    kind: 'composite type',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        fields: `(select pg_catalog.json_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod))
        || case when a.attcollation <> y.typcollation then ' COLLATE ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text
          else '' end order by a.attnum)
      from pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid
      where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('c')} and exists (
    select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c')`,
};
const ranges = {
    kind: 'range type',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        subtype: 'pg_catalog.format_type(g.rngsubtype, null)',
        operatorClass: `(select pg_catalog.format('%I.%I', ns.nspname, o.opcname) from pg_catalog.pg_opclass o
      join pg_catalog.pg_namespace ns on ns.oid = o.opcnamespace where o.oid = g.rngsubopc and not o.opcdefault)`,
        collation: `(select g.rngcollation::pg_catalog.regcollation::pg_catalog.text from pg_catalog.pg_type b
      where b.oid = g.rngsubtype and b.typcollation <> g.rngcollation and g.rngcollation <> 0)`,
        canonical: `case when g.rngcanonical <> 0 then g.rngcanonical::pg_catalog.regprocedure::pg_catalog.text end`,
        difference: `case when g.rngsubdiff <> 0 then g.rngsubdiff::pg_catalog.regprocedure::pg_catalog.text end`,
        multirange: 'pg_catalog.format_type(g.rngmultitypid, null)',
        ...type_queries_owned,
    })}) as row
  from pg_catalog.pg_range g
  join pg_catalog.pg_type t on t.oid = g.rngtypid
  join schemas n on n.oid = t.typnamespace
  where not ${isMember('t.oid', 'pg_type')}`,
};
/** What differs between versions of Postgres (`colliculocale`, later `colllocale`) is read by the row's JSON. */
const collations = {
    kind: 'collation',
    sql: `select pg_catalog.json_build_array(n.nspname, null, c.collname, ${attributes({
        provider: `case c.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' else 'default' end`,
        locale: `coalesce(pg_catalog.to_jsonb(c) ->> 'colllocale', pg_catalog.to_jsonb(c) ->> 'colliculocale',
      nullif(pg_catalog.concat_ws(', ', c.collcollate, nullif(c.collctype, c.collcollate)), ''))`,
        rules: `pg_catalog.to_jsonb(c) ->> 'collicurules'`,
        nondeterministic: 'not c.collisdeterministic',
        owner: ownerOf('c.collowner'),
        comment: commentOn('c.oid', 'pg_collation'),
    })}) as row
  from pg_catalog.pg_collation c
  join schemas n on n.oid = c.collnamespace
  where not ${isMember('c.oid', 'pg_collation')}`,
};
const typeQueries = [enums, domains, composites, ranges, collations];

;// CONCATENATED MODULE: ./build/schema/catalog/snapshot-query.js






const rowQueries = [
    ...databaseQueries,
    ...typeQueries,
    ...relationQueries,
    ...tablePartQueries,
    ...routineQueries,
];
/**
 * Read by every snapshot, whatever kinds it leaves out. `$1` is the schemas to look at (text[]) or null for all but the
 * system's and the provider's.
 */
const common = `
with provider_schemas as materialized (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  join pg_catalog.pg_roles owner on owner.oid = n.nspowner
  where $1::pg_catalog.text[] is null
    and n.nspname <> 'public'
    and owner.rolname ~ '^(supabase_.*|cloud_admin|rdsadmin|azuresu|azure_pg_admin|cloudsqladmin)$'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), schemas as materialized (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and ($1::pg_catalog.text[] is null or n.nspname = any ($1))
    and n.oid not in (select oid from provider_schemas)
), members as materialized (
  select classid, objid from pg_catalog.pg_depend where deptype = 'e'
), relations as materialized (
  select c.oid, s.nspname, c.relname, c.relkind, c.relowner, c.reltuples, c.relpages
  from pg_catalog.pg_class c
  join schemas s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relpersistence <> 't'
    and not exists (select from members m where m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and m.objid = c.oid)
)`;
/**
 * What every row of these catalogs was last written by: DDL changes it, VACUUM and ANALYZE write in place. What initdb made
 * has oids below 16384 (FirstNormalObjectId). The distance of two ages is that of their transactions, whenever it is asked;
 * casting each xid to a number goes by its text and takes three times as long.
 */
const fingerprinted = {
    pg_namespace: 'oid',
    pg_class: 'oid',
    pg_attribute: 'attrelid',
    pg_attrdef: 'oid',
    pg_constraint: 'oid',
    pg_index: 'indexrelid',
    pg_rewrite: 'oid',
    pg_trigger: 'oid',
    pg_policy: 'oid',
    pg_proc: 'oid',
    pg_enum: 'oid',
    pg_description: 'objoid',
};
function fingerprint(unreadable) {
    const parts = Object.entries(fingerprinted)
        .filter(([catalog]) => !unreadable.has(catalog))
        .map(([catalog, oid,]) => `(select pg_catalog.count(*) || ':' || coalesce(pg_catalog.sum(pg_catalog.age(x.xmin) - pg_catalog.age('3'::pg_catalog.xid)), 0)
    from pg_catalog.${catalog} x where x.${oid} >= 16384)`);
    return `pg_catalog.concat_ws(' ', ${parts.join(', ')})`;
}
/** The state of the catalog, to be compared with the snapshot's after it: what DDL changed meanwhile shows. */
function fingerprintQuery(unreadable) {
    return `select ${fingerprint(unreadable)} as fingerprint`;
}
/**
 * One row, a column of JSON text a kind: one round trip, and each text can be dropped when it is decoded. PostgreSQL 15
 * to 18: what only newer servers have is read through `to_jsonb(row)`. Run it with an empty search_path: no schema
 * of the database can then put its own operators or functions before pg_catalog's, and every definition comes back
 * schema-qualified.
 * @param unreadable catalogs that the role may not read; the kinds that need them are left out
 */
function snapshotQuery(unreadable) {
    const kinds = rowQueries
        .filter(({ kind }) => unreadableOf(kind, unreadable) === undefined)
        .map(({ kind, sql }) => `(select coalesce(pg_catalog.json_agg(q.row), '[]')::pg_catalog.text from (${sql}) q) as "${kind}"`);
    return `${common}
select ${fingerprint(unreadable)} as fingerprint,
  pg_catalog.current_setting('server_version_num') as server_version,
  (select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from provider_schemas)::pg_catalog.text
    as provider_schemas,
  (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(oid::pg_catalog.int8, nspname, relname, relkind, reltuples,
    -- -1 for a partitioned table that was analysed: it has no pages of its own.
    greatest(relpages, 0)::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)), '[]') from relations)::pg_catalog.text
    as relations,
  ${kinds.join(',\n  ')}`;
}
/** The first catalog that a kind is read from and that the role may not read. */
function unreadableOf(kind, unreadable) {
    return object_kinds/* objectKinds */.rz[kind].catalogs.find((catalog) => unreadable.has(catalog));
}
/** `$1` catalogs without their schema; those that the role may not read come back. */
const unreadableQuery = `select catalog from pg_catalog.unnest($1::pg_catalog.text[]) catalog
  where not pg_catalog.has_table_privilege('pg_catalog.' || catalog, 'SELECT')`;
/** All catalogs that kinds are read from. */
const catalogsOfKinds = [
    ...new Set(rowQueries.flatMap(({ kind }) => object_kinds/* objectKinds */.rz[kind].catalogs)),
];

;// CONCATENATED MODULE: ./build/schema/grants.js

/** The letters of an `aclitem` (https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGE-ABBREVS-TABLE). */
const privileges = {
    a: 'INSERT',
    r: 'SELECT',
    w: 'UPDATE',
    d: 'DELETE',
    D: 'TRUNCATE',
    x: 'REFERENCES',
    t: 'TRIGGER',
    m: 'MAINTAIN',
    X: 'EXECUTE',
    U: 'USAGE',
    C: 'CREATE',
    c: 'CONNECT',
    T: 'TEMPORARY',
    s: 'SET',
    A: 'ALTER SYSTEM',
};
const areItems = (0,guard/* arrayOf */.jk)(guard/* isString */.Kg);
/**
 * What was granted and revoked, against what would hold if nothing was: `app: SELECT, INSERT*` (a star: with grant option),
 * `revoked from PUBLIC: EXECUTE`. Who granted it is left away. Sorted.
 * @param value `[items, default items]` as text, from the catalog query
 */
function grantTexts(value) {
    const [items, defaults] = Array.isArray(value) ? value : [];
    if (!areItems(items) || !areItems(defaults))
        throw new Error('The catalog query gave grants of another shape.');
    const [granted, standard] = [byGrantee(items), byGrantee(defaults)];
    const grantees = [...new Set([...granted.keys(), ...standard.keys()])];
    return grantees
        .flatMap((grantee) => {
        const [has, had] = [granted.get(grantee) ?? [], standard.get(grantee) ?? []];
        const more = has.filter((privilege) => !had.includes(privilege));
        const less = had.filter((privilege) => !has.some((held) => held === privilege || held === `${privilege}*`));
        return [
            ...(more.length === 0 ? [] : [`${grantee}: ${more.join(', ')}`]),
            ...(less.length === 0 ? [] : [`revoked from ${grantee}: ${less.join(', ')}`]),
        ];
    })
        .toSorted();
}
function byGrantee(items) {
    const grants = new Map();
    for (const item of items) {
        const match = /^("(?:[^"]|"")*"|[^="]*)=([a-zA-Z*]*)\//s.exec(item);
        if (match === null)
            throw new Error('The catalog query gave a grant that cannot be read.');
        const [, name = '', letters = ''] = match;
        const grantee = name === '' ? 'PUBLIC' : name.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
        const words = [...letters.matchAll(/([a-zA-Z])(\*?)/g)].map(([, letter = '', star = '']) => `${privileges[letter] ?? letter}${star}`);
        grants.set(grantee, [...(grants.get(grantee) ?? []), ...words]);
    }
    return grants;
}

// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(1736);
;// CONCATENATED MODULE: ./build/schema/decode.js



/** One row of a kind's query. @throws Error for a row of another shape: our own query's mistake */
function decodeRow(row, query, context) {
    const [schema, parent, name, attributes, ...values] = Array.isArray(row) ? row : [];
    if (!(0,guard/* isString */.Kg)(name))
        throw new Error(`The catalog query gave a ${query.kind} without a name.`);
    const relation = (0,guard/* isNumber */.Et)(parent) ? context.relations.get(parent) : undefined;
    if ((0,guard/* isNumber */.Et)(parent) && relation === undefined)
        throw new Error(`The parent of a ${query.kind} is unknown.`);
    const read = {};
    let position;
    query.values?.forEach((attribute, index) => {
        if (attribute === 'position')
            position = Number(values[index]);
        else
            put(read, attribute, resolve(attribute, values[index], { context, parent }));
    });
    if ((0,guard/* isRecord */.u4)(attributes))
        for (const [attribute, value] of Object.entries(attributes))
            put(read, attribute, value);
    const object = (0,snapshot/* freezeObject */.FI)({
        kind: query.kind,
        schema: relation?.schema ?? ((0,guard/* isString */.Kg)(schema) ? schema : null),
        parent: relation?.name ?? null,
        name,
        attributes: read,
    });
    if (position === undefined || !(0,guard/* isNumber */.Et)(parent))
        return { object, column: undefined };
    return { object, column: { relation: parent, position } };
}
/** Null, false and an empty list are what holds by default, and are absent. */
function put(target, attribute, value) {
    if (value === null || value === undefined || value === false)
        return;
    if (attribute === 'grants') {
        const texts = grantTexts(value);
        if (texts.length > 0)
            target[attribute] = texts;
    }
    else if ((0,guard/* isString */.Kg)(value) || (0,guard/* isNumber */.Et)(value) || value === true)
        target[attribute] = value;
    else if (Array.isArray(value) && value.every(guard/* isString */.Kg)) {
        if (value.length > 0)
            target[attribute] = value;
    }
    else
        throw new Error(`The catalog query gave the attribute ${attribute} in another shape.`);
}
/** What the query gives as numbers of columns and relations, by name. */
function resolve(attribute, value, { context, parent }) {
    if (attribute === 'references') {
        const relation = (0,guard/* isNumber */.Et)(value) ? context.relations.get(value) : undefined;
        return relation === undefined ? undefined : [relation.schema, relation.name];
    }
    if (attribute !== 'columns' || !Array.isArray(value) || !(0,guard/* isNumber */.Et)(parent))
        return value;
    const columns = context.columns.get(parent);
    return value.flatMap((number) => columns?.get(Number(number)) ?? []);
}

// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(1286);
;// CONCATENATED MODULE: ./build/schema/read-snapshot.js










/** Reads in a row, at most, of a schema that changes each time. */
const attempts = 4;
/**
 * Reads the schema in one query of one read-only transaction. The functions that write out definitions see what was
 * committed since the transaction began, so the state of the catalog is asked again afterwards; when it has changed,
 * all is read again until two readings agree. What the role may not see is in `notVisible`.
 * @throws UserError when the schema keeps changing; what `query` throws when the database does not answer
 */
async function readSnapshot(session, options = {}) {
    let before;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const reading = await readWhatIsVisible(session, options);
        if (reading === undefined)
            continue;
        const [after] = await session.query(fingerprintQuery(reading.unreadable));
        const isStill = after !== undefined && (0,postgres_row/* text */.Qq)(after, 'fingerprint') === reading.fingerprint;
        if (isStill || (before !== undefined && (0,same/* sameObjects */.hw)(before.snapshot.objects, reading.snapshot.objects)))
            return reading.snapshot;
        before = reading;
    }
    throw new errors/* UserError */.yo(`The schema changed while it was read, ${attempts} times in a row.`, {
        hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`), and run this again.',
    });
}
/** Undefined when an object vanished under the reading. */
async function readWhatIsVisible(session, options) {
    try {
        return await readOnce(session, options, new Set());
    }
    catch (thrown) {
        if (vanished.has((0,sqlstate/* sqlStateOf */.v9)(thrown) ?? ''))
            return undefined;
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) !== sqlstate/* sqlState */.cn.insufficientPrivilege)
            throw thrown;
        const rows = await session.query(unreadableQuery, [catalogsOfKinds]);
        if (rows.length === 0)
            throw thrown;
        return readOnce(session, options, new Set(rows.map((row) => (0,postgres_row/* text */.Qq)(row, 'catalog'))));
    }
}
/** "cache lookup failed", undefined table, column, function and object: dropped between the snapshot and the look at it. */
const vanished = new Set(['XX000', '42P01', '42703', '42883', '42704']);
function notVisibleFor(unreadable) {
    return object_kinds/* kindNames */.$1.flatMap((kind) => {
        const catalog = unreadableOf(kind, unreadable);
        return catalog === undefined
            ? []
            : [Object.freeze({ kind, reason: `the role may not read pg_catalog.${catalog}` })];
    });
}
async function readOnce(session, { schemas, snapshotId }, unreadable) {
    const notVisible = notVisibleFor(unreadable);
    const leftOut = new Set(notVisible.map(({ kind }) => kind));
    const scope = schemas === undefined || schemas.length === 0 ? null : [...schemas].toSorted(snapshot/* compareTexts */.qy);
    const read = () => session.query(snapshotQuery(unreadable), [scope]);
    const [row] = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, read, snapshotId);
    if (row === undefined)
        throw new Error('The catalog query gave no row.');
    const { objects, numbered, sizes } = decodeAll(row, leftOut);
    return {
        unreadable,
        fingerprint: (0,postgres_row/* text */.Qq)(row, 'fingerprint'),
        snapshot: Object.freeze({
            serverVersion: (0,postgres_row/* numeric */.sH)(row, 'server_version'),
            scope: scope === null ? null : Object.freeze(scope),
            providerSchemas: Object.freeze(listOfTexts((0,postgres_row/* text */.Qq)(row, 'provider_schemas'))),
            notVisible: Object.freeze(notVisible),
            objects: Object.freeze(objects),
            sizes: Object.freeze(sizes),
            identityOf: lookUp(numbered),
        }),
    };
}
function decodeAll(row, leftOut) {
    const relations = relationsOf((0,postgres_row/* text */.Qq)(row, 'relations'));
    const context = { relations: new Map(relations), columns: new Map() };
    const byKind = new Map();
    const numbered = [];
    for (const query of columnsFirst) {
        if (leftOut.has(query.kind))
            continue;
        const rows = JSON.parse((0,postgres_row/* text */.Qq)(row, query.kind));
        if (!Array.isArray(rows))
            throw new Error(`The catalog query gave no list of ${query.kind}.`);
        const objects = [];
        for (const entry of rows) {
            const { object, column } = decodeRow(entry, query, context);
            objects.push(object);
            if (column === undefined)
                continue;
            numbered.push([object, `${column.relation}.${column.position}`]);
            const columns = context.columns.get(column.relation) ?? new Map();
            context.columns.set(column.relation, columns.set(column.position, object.name));
        }
        byKind.set(query.kind, objects);
    }
    const tables = new Map(relations.map(([oid, { schema, name }]) => [`${schema}\0${name}`, oid]));
    for (const kind of ['table', 'foreign table']) {
        const ordered = byKind.get(kind)?.map((table) => {
            const oid = tables.get(`${table.schema}\0${table.name}`) ?? 0;
            const whole = withColumnOrder(table, context.columns.get(oid));
            numbered.push([whole, String(oid)]);
            return whole;
        });
        if (ordered !== undefined)
            byKind.set(kind, ordered);
    }
    const objects = object_kinds/* kindNames */.$1.flatMap((kind) => (byKind.get(kind) ?? []).sort(snapshot/* compareNames */.MP));
    return { objects, numbered, sizes: sizesOf(relations) };
}
/** Made when it is first asked: most comparisons find no candidate for a rename. */
function lookUp(numbered) {
    let map;
    return (object) => {
        map ??= new Map(numbered);
        return map.get(object);
    };
}
/** Constraints name their columns by number. */
const columnsFirst = rowQueries.toSorted((left, right) => Number(right.kind === 'column') - Number(left.kind === 'column'));
function withColumnOrder(table, columns) {
    if (columns === undefined)
        return table;
    const columnOrder = [...columns].sort(([left], [right]) => left - right).map(([, name]) => name);
    return (0,snapshot/* freezeObject */.FI)({ ...table, attributes: { ...table.attributes, columnOrder } });
}
function relationsOf(json) {
    const rows = JSON.parse(json);
    if (!Array.isArray(rows))
        throw new Error('The catalog query gave no list of relations.');
    return rows.map((row) => {
        const [oid, schema, name, kind, tuples, bytes] = Array.isArray(row) ? row : [];
        if (!(0,guard/* isNumber */.Et)(oid) || !(0,guard/* isString */.Kg)(schema) || !(0,guard/* isString */.Kg)(name) || !(0,guard/* isString */.Kg)(kind) || !(0,guard/* isNumber */.Et)(bytes))
            throw new Error('The catalog query gave a relation in another shape.');
        return [oid, { schema, name, kind, rows: Number(tuples), bytes }];
    });
}
function sizesOf(relations) {
    return relations
        .filter(([, { kind }]) => /^[rpm]$/.test(kind))
        .map(([, { schema, name, rows, bytes }]) => Object.freeze({ schema, name, rows, bytes }))
        .sort((left, right) => (0,snapshot/* compareTexts */.qy)(left.schema, right.schema) || (0,snapshot/* compareTexts */.qy)(left.name, right.name));
}
const areTexts = (0,guard/* arrayOf */.jk)(guard/* isString */.Kg);
function listOfTexts(json) {
    const list = JSON.parse(json);
    if (!areTexts(list))
        throw new Error('The catalog query gave a list in another shape.');
    return list;
}


/***/ }),

/***/ 1286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   hw: () => (/* binding */ sameObjects)
/* harmony export */ });
function sameValue(left, right) {
    if (left === right)
        return true;
    if (!isList(left) || !isList(right))
        return false;
    return left.length === right.length && left.every((item, index) => item === right[index]);
}
function isList(value) {
    return Array.isArray(value);
}
/** Whether two readings of one database say the same, in the same order. */
function sameObjects(left, right) {
    return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}


/***/ }),

/***/ 4283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ serializeSnapshot),
/* harmony export */   tN: () => (/* binding */ parseSnapshotText)
/* harmony export */ });
/* unused harmony exports parseSnapshot, snapshotSchema */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _guard_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1753);
/* harmony import */ var _report_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1634);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1325);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1736);





const format = 'database-actions/schema-snapshot';
const version = 1;
/** UTF-16 code units; a schema of a hundred thousand tables has less. */
const longestText = 400 * 1024 * 1024;
const most = 10_000_000;
const name = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(1_000);
const nullableName = {
    schema: { type: ['string', 'null'], maxLength: 1_000 },
    accepts: (value) => value === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value),
    read: (value, path) => (value === null ? null : name.read(value, path)),
};
const kindShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1);
/** One schema a kind, so that an editor knows the attributes; read by one rule for all of them. */
const attributesShape = {
    schema: { type: 'object' },
    accepts: _guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4,
    read(value, path) {
        if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path} is not an object.`);
        const read = {};
        for (const [attribute, entry] of Object.entries(value)) {
            if (!isAttributeValue(entry))
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${path}.${attribute} is neither text, a number, true, nor a list of texts.`);
            read[attribute] = entry;
        }
        return read;
    },
};
function isAttributeValue(value) {
    if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value) || value === true)
        return true;
    if (typeof value === 'number')
        return Number.isFinite(value);
    return Array.isArray(value) && value.every(_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg);
}
const objectShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, schema: nullableName, parent: nullableName, name, attributes: attributesShape }, {});
/** Tens of thousands of objects: read by hand, and by the shape only where something is wrong, to say what. */
const fastObject = {
    schema: { anyOf: _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindNames */ .$1.map(objectSchema) },
    accepts: objectShape.accepts,
    read(value, path) {
        if ((0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) &&
            (0,_object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isObjectKind */ .kV)(value.kind) &&
            (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.name) &&
            (value.schema === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.schema)) &&
            (value.parent === null || (0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isString */ .Kg)(value.parent)))
            return (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .freezeObject */ .FI)({
                kind: value.kind,
                schema: value.schema,
                parent: value.parent,
                name: value.name,
                attributes: attributesShape.read(value.attributes, `${path}.attributes`),
            });
        return objectShape.read(value, path);
    },
};
function objectSchema(kind) {
    const { label, attributes } = _object_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .objectKinds */ .rz[kind];
    const value = { $ref: '#/definitions/attributeValue' };
    return {
        title: label,
        type: 'object',
        required: ['kind', 'schema', 'parent', 'name', 'attributes'],
        properties: {
            kind: { const: kind },
            schema: nullableName.schema,
            parent: nullableName.schema,
            name: name.schema,
            attributes: {
                type: 'object',
                properties: Object.fromEntries(attributes.map((attribute) => [attribute, value])),
                additionalProperties: value,
            },
        },
    };
}
const scopeShape = {
    schema: { anyOf: [{ type: 'null' }, (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).schema] },
    accepts: (value) => value === null || Array.isArray(value),
    read: (value, path) => (value === null ? null : (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most).read(value, path)),
};
const snapshotShape = (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
    format: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(format),
    version: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(version),
    serverVersion: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(90_000, 9_999_999),
    scope: scopeShape,
    providerSchemas: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(name, most),
    notVisible: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ kind: kindShape, reason: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(4_000) }, {}), most),
    objects: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(fastObject, most),
    sizes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({ schema: name, name, rows: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(-1), bytes: (0,_report_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .finiteNumber */ .vM)(0) }, {}), most),
}, {});
/** The same schema gives the same bytes. */
function serializeSnapshot(snapshot) {
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshot;
    const lines = (list) => list.length === 0 ? '[]' : `[\n${list.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
    return `{
"format": ${JSON.stringify(format)},
"version": ${version},
"serverVersion": ${serverVersion},
"scope": ${JSON.stringify(scope)},
"providerSchemas": ${JSON.stringify(providerSchemas)},
"notVisible": ${JSON.stringify(notVisible)},
"objects": ${lines(objects)},
"sizes": ${lines(sizes)}
}
`;
}
/** @throws UserError for what is no snapshot, for one of a later release, and for one that is damaged, with the place */
function parseSnapshot(value) {
    if (!(0,_guard_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) || value.format !== format)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This is no schema snapshot.', {
            hint: `A snapshot file is JSON with "format": "${format}"; the action \`schema-diff\` writes one.`,
        });
    if (value.version !== version)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The schema snapshot has version ${JSON.stringify(value.version) ?? 'none'}; this release reads version ${version}.`, { hint: 'Use the same release of these actions where the snapshot is made and where it is read.' });
    const { serverVersion, scope, providerSchemas, notVisible, objects, sizes } = snapshotShape.read(value, 'snapshot');
    return Object.freeze({
        serverVersion,
        scope,
        providerSchemas,
        notVisible,
        objects: Object.freeze(objects.toSorted(_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .compareNames */ .MP)),
        sizes,
    });
}
/** The same from JSON text. @param origin what the reader knows it by, such as the file's name */
function parseSnapshotText(json, origin) {
    if (json.length > longestText)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is longer than ${longestText / 1024 / 1024} MiB.`);
    try {
        return parseSnapshot(JSON.parse(json));
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin}: ${thrown.message}`, thrown.hint === undefined ? {} : { hint: thrown.hint });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${origin} is not JSON; is it whole?`, { cause: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown) });
    }
}
/** JSON Schema (draft 7) of a snapshot file. */
function snapshotSchema() {
    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: 'https://raw.githubusercontent.com/neonhub/database-actions/main/docs/schemas/schema-snapshot.schema.json',
        title: 'Schema snapshot of NeonHub Database Actions',
        description: 'The schema of one Postgres database. An attribute with its default is absent. All text is untrusted.',
        definitions: {
            attributeValue: attributeValueSchema,
        },
        ...snapshotShape.schema,
    };
}
const attributeValueSchema = {
    anyOf: [
        { type: 'string' },
        { type: 'number' },
        { const: true },
        { type: 'array', items: { type: 'string' } },
    ],
};


/***/ }),

/***/ 1736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ freezeObject),
/* harmony export */   MP: () => (/* binding */ compareNames),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   qy: () => (/* binding */ compareTexts)
/* harmony export */ });
/* unused harmony export emptySnapshot */
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1325);

/** One text for one object. NUL cannot occur in a name. */
function keyOf({ kind, schema, parent, name }) {
    return `${kind}\0${schema ?? ''}\0${parent ?? ''}\0${name}`;
}
const order = new Map(_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindNames */ .$1.map((kind, index) => [kind, index]));
/** By kind, schema, parent and name, in code units: independent of any locale. */
function compareNames(left, right) {
    if (left.kind !== right.kind)
        return (order.get(left.kind) ?? 0) - (order.get(right.kind) ?? 0);
    if (left.schema !== right.schema)
        return compareTexts(left.schema ?? '', right.schema ?? '');
    if (left.parent !== right.parent)
        return compareTexts(left.parent ?? '', right.parent ?? '');
    return compareTexts(left.name, right.name);
}
function compareTexts(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function freezeObject(object) {
    const attributes = object.attributes;
    for (const name in attributes)
        if (Array.isArray(attributes[name]))
            Object.freeze(attributes[name]);
    Object.freeze(object.attributes);
    return Object.freeze(object);
}
/** A database without anything: what an empty branch is compared with. */
function emptySnapshot(serverVersion) {
    return Object.freeze({
        serverVersion,
        scope: null,
        providerSchemas: Object.freeze([]),
        notVisible: Object.freeze([]),
        objects: Object.freeze([]),
        sizes: Object.freeze([]),
    });
}


/***/ })

};
