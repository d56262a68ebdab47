export const id = 8972;
export const ids = [8972];
export const modules = {

/***/ 93456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ compareObjects),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   t7: () => (/* binding */ areEqual)
/* harmony export */ });
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71286);


/** The attributes that differ, in the order in which the kind lists them. */
function compareObjects(from, to, options) {
    const [before, after] = [valuesOf(from), valuesOf(to)];
    const skipped = (0,_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(to.kind);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
        .filter((name) => !skipped.includes(name) && !options.ignored.has(name))
        .filter((name) => !isSame({ before: before[name], after: after[name], object: to }, options))
        .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }));
}
/** What almost every pair is: told without building anything. */
function areEqual(from, to) {
    const [left, right] = [valuesOf(from), valuesOf(to)];
    let count = 0;
    for (const name in left) {
        if (!(0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(left[name], right[name]))
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
    if ((0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(before, after))
        return true;
    if (before === undefined || after === undefined)
        return false;
    const followed = follow(before, object);
    if ((0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(followed, after))
        return true;
    return isLoose && looseText(followed) === looseText(after);
}
/** PostgreSQL 16 leaves out the table before a column where there is one table; parentheses and white space vary too. */
function looseText(value) {
    if ((0,_same_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map(looseText).join('\0');
    return String(value)
        .replace(/(?<![\w$"])(?:[\w$]+|"(?:[^"]|"")+")\.(?=[\w$"])/g, '')
        .replace(/[\s()]+/g, '');
}


/***/ }),

/***/ 50852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ diffSnapshots)
});

// EXTERNAL MODULE: ./build/schema/compare-objects.js
var compare_objects = __webpack_require__(93456);
// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(32217);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(71325);
// EXTERNAL MODULE: ./build/schema/renames.js
var renames = __webpack_require__(89385);
// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(11736);
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
    const [olds, news] = [inRounds(from), inRounds(to)];
    for (const [round, own] of olds.entries()) {
        const place = (object) => placeOf(object, tables);
        const left = unmatched(own, news[round] ?? [], { place, isPlaced: tables.size > 0 });
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
/** Whole objects, columns, other parts; each in the order given. */
function inRounds(objects) {
    const [whole, columns, parts] = [[], [], []];
    for (const object of objects) {
        if (object.kind === 'column')
            columns.push(object);
        else if (object.parent === null)
            whole.push(object);
        else
            parts.push(object);
    }
    return [whole, columns, parts];
}
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
        else if (old !== undefined && now !== undefined && !(0,compare_objects/* areEqual */.t7)(old, now))
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
    const candidates = (0,group_by/* groupBy */.$)([...come], (object) => likeness('to', object));
    const originals = (0,group_by/* groupBy */.$)([...gone], (object) => likeness('from', object));
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
    const follow = (0,renames/* following */.C)(context.renames);
    let columns;
    return (side, object) => {
        if (featureless.has(object.kind))
            return undefined;
        const values = Object.entries((0,compare_objects/* valuesOf */.sm)(object))
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
        list.push(`${object.name} ${String((0,compare_objects/* valuesOf */.sm)(object).type)}`);
        columns.set(key, list);
    }
    return columns;
}
function whyAlike({ kind }) {
    if (kind === 'table' || kind === 'foreign table')
        return 'the columns and their types are the same';
    return kind === 'column' ? 'the type and everything else is the same' : 'the definition is the same';
}
/** The comparison of one pair, with the renames of all. */
function changesOf(pairing, options) {
    const settings = { ...options, follow: (0,renames/* following */.C)(pairing.renames) };
    return (pair) => (0,compare_objects/* compareObjects */.Gq)(pair.from, pair.to, settings);
}

// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(71286);
// EXTERNAL MODULE: ./build/schema/select-objects.js
var select_objects = __webpack_require__(41449);
;// CONCATENATED MODULE: ./build/schema/diff-snapshots.js





/**
 * What is different in `to`: objects added, removed, changed and renamed, each with its attributes. The order of columns,
 * names that Postgres made, the history of migrations and members of extensions are not told.
 */
function diffSnapshots(from, to, options = {}) {
    const selection = (0,select_objects/* selectObjects */.z)(from, to, options);
    const ignored = [
        ...(options.ignoreAttributes ?? []),
        ...(options.columnOrder === true ? [] : ['columnOrder']),
    ];
    const settings = { ignored: new Set(ignored), isLoose: (0,select_objects/* majorOf */.D)(from) !== (0,select_objects/* majorOf */.D)(to) };
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
                attributes: (0,compare_objects/* valuesOf */.sm)(object),
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
    const owner = (0,compare_objects/* valuesOf */.sm)(object).ownedBy;
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
    const origin = (0,compare_objects/* valuesOf */.sm)(entry.subject).inheritedFrom;
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

/***/ 41591:
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
/* harmony import */ var _postgres_object_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20547);
/* harmony import */ var _report_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59362);
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71286);
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

/***/ 89385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ following)
/* harmony export */ });
/* harmony import */ var _same_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71286);

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
        return (0,_same_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value) ? value.map(rewrite) : value;
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
            pattern: mention(forms(old)),
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
    return forms(schema).flatMap((left) => forms(name).map((right) => `${left}.${right}`));
}
/** Postgres quotes a name where it must; a keyword is quoted too, so both forms are looked for. */
function forms(name) {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return isPlain(name) ? [name, quoted] : [quoted];
}
function written(name) {
    return isPlain(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
function isPlain(name) {
    return /^[a-z_][a-z0-9_]*$/.test(name);
}


/***/ }),

/***/ 41449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ majorOf),
/* harmony export */   z: () => (/* binding */ selectObjects)
/* harmony export */ });
/* harmony import */ var _object_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71325);

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
        const wanted = (0,_object_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isObjectKind */ .kV)(kind) ? kind : undefined;
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


/***/ })

};
