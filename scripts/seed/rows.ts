/** Rows of NeonHub's seven tables, one generator a table: realistic shapes and skews, any number. */
import type { Random } from './random.ts';

export type Value = string | number | boolean | null | Date | object;

export interface Population {
  readonly users: number;
  readonly drafts: number;
  readonly jobs: number;
  readonly events: number;
  readonly random: Random;
  /** The newest moment in the data. */
  readonly now: Date;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly count: number;
  rows(): Iterable<readonly Value[]>;
}

const day = 86_400_000;
const words = [
  'agent',
  'brand',
  'campaign',
  'channel',
  'click',
  'content',
  'copy',
  'customer',
  'draft',
  'engagement',
  'forecast',
  'funnel',
  'growth',
  'headline',
  'insight',
  'keyword',
  'landing',
  'launch',
  'lead',
  'market',
  'metric',
  'newsletter',
  'offer',
  'page',
  'persona',
  'post',
  'product',
  'quarter',
  'reach',
  'report',
  'search',
  'segment',
  'signal',
  'story',
  'tone',
  'trend',
  'video',
  'visit',
] as const satisfies readonly [string, ...string[]];
const first = [
  'Ada',
  'Bela',
  'Chidi',
  'Dora',
  'Emeka',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Jun',
  'Kofi',
  'Lena',
  'Mira',
  'Noor',
  'Olu',
  'Zoë',
] as const;
const last = [
  'Ahmed',
  'Berg',
  'Costa',
  'Diaz',
  'Eriksen',
  'Fischer',
  'García',
  'Huang',
  'Ito',
  'Jansen',
  'Kowalski',
  "O'Neil",
  'Okafor',
  'Santos',
] as const;

export function tables(population: Population): readonly Table[] {
  return [
    users(population),
    accounts(population),
    sessions(population),
    tokens(population),
    drafts(population),
    jobs(population),
    events(population),
  ];
}

/** Parts of a total as the tables of a running product have them: nearly all of it is metrics. */
export function populationOf(rows: number, random: Random, now: Date): Population {
  const part = (share: number) => Math.max(3, Math.round(rows * share));
  const [people, drafted, queued] = [part(0.01), part(0.03), part(0.1)];
  const others = people * 3 + Math.ceil(people / 10) + drafted + queued + people;
  return { users: people, drafts: drafted, jobs: queued, events: Math.max(3, rows - others), random, now };
}

const userId = (index: number) => `c${String(index).padStart(24, '0')}`;
const draftId = (index: number) => `d${String(index).padStart(24, '0')}`;

function before(population: Population, days: number): Date {
  return new Date(population.now.getTime() - Math.floor(population.random.next() * days * day));
}

function users(population: Population): Table {
  const { random } = population;
  return table('users', ['id', 'name', 'email', 'email_verified', 'image', 'created_at', 'updated_at'])(
    population.users,
    (index) => {
      const name = `${random.pick(first)} ${random.pick(last)}`;
      const created = before(population, 700);
      const verified = random.next() < 0.8 ? created : null;
      return [
        userId(index),
        random.next() < 0.95 ? name : null,
        `user${index}@example.com`,
        verified,
        null,
        created,
        created,
      ];
    },
  );
}

function accounts(population: Population): Table {
  const { random } = population;
  const columns = [
    'user_id',
    'type',
    'provider',
    'provider_account_id',
    'access_token',
    'token_type',
    'scope',
    'created_at',
    'updated_at',
  ];
  return table('accounts', columns)(population.users, (index) => {
    const created = before(population, 700);
    return [
      userId(index),
      'oauth',
      random.pick(['github', 'google', 'linkedin']),
      String(10_000_000 + index),
      `example_${random.hex(32)}`,
      'bearer',
      'read:user',
      created,
      created,
    ];
  });
}

function sessions(population: Population): Table {
  const { random } = population;
  return table('sessions', ['id', 'session_token', 'user_id', 'expires', 'created_at'])(
    population.users * 2,
    (index) => {
      const created = before(population, 60);
      return [
        `s${String(index).padStart(24, '0')}`,
        random.hex(40) + index,
        userId(random.below(population.users)),
        new Date(created.getTime() + 30 * day),
        created,
      ];
    },
  );
}

function tokens(population: Population): Table {
  const { random } = population;
  return table('verification_tokens', ['identifier', 'token', 'expires'])(
    Math.ceil(population.users / 10),
    (index) => [`user${index}@example.com`, random.hex(48), new Date(population.now.getTime() + day)],
  );
}

function drafts(population: Population): Table {
  const { random } = population;
  const columns = [
    'id',
    'author_id',
    'title',
    'body',
    'status',
    'word_count',
    'metadata',
    'created_at',
    'updated_at',
  ];
  return table('content_drafts', columns)(population.drafts, (index) => {
    const length = 20 + random.below(120);
    const created = before(population, 600);
    const metadata = {
      tone: random.pick(['plain', 'warm', 'bold']),
      model: 'writer-2',
      tags: [random.pick(words), random.pick(words)],
    };
    const status = random.pick(['draft', 'draft', 'in_review', 'published', 'archived']);
    return [
      draftId(index),
      userId(skewed(random, population.users)),
      sentence(random, 6),
      sentence(random, length),
      status,
      length,
      metadata,
      created,
      created,
    ];
  });
}

function jobs(population: Population): Table {
  const { random } = population;
  const columns = [
    'requested_by',
    'draft_id',
    'kind',
    'status',
    'priority',
    'run_at',
    'attempts',
    'locked_by',
    'locked_at',
    'input',
    'output',
    'error',
    'created_at',
    'finished_at',
  ];
  return table('agent_jobs', columns)(population.jobs, () => {
    const created = before(population, 400);
    const draft = random.next() < 0.7 ? draftId(random.below(population.drafts)) : null;
    const input = { prompt: sentence(random, 12), temperature: Math.round(random.next() * 10) / 10, draft };
    const head = [
      userId(skewed(random, population.users)),
      draft,
      random.pick(['write', 'rewrite', 'research', 'publish', 'measure']),
    ];
    return [...head, ...jobState({ random, created, now: population.now, input })];
  });
}

interface JobMoment {
  readonly random: Random;
  readonly created: Date;
  readonly now: Date;
  readonly input: object;
}

/** One in a thousand waits, a few run, the rest is history. */
function jobState({ random, created, now, input }: JobMoment): readonly Value[] {
  const priority = random.pick([0, 0, 0, 0, 10, 20, -10]);
  const chance = random.next();
  if (chance < 0.001) return ['queued', priority, now, 0, null, null, input, null, null, now, null];
  if (chance < 0.0012)
    return [
      'running',
      priority,
      created,
      1,
      `worker-${random.below(8)}`,
      now,
      input,
      null,
      null,
      created,
      null,
    ];
  const finished = new Date(created.getTime() + random.below(120_000));
  if (chance < 0.03)
    return [
      'failed',
      priority,
      created,
      3,
      null,
      null,
      input,
      null,
      'The model did not answer in time',
      created,
      finished,
    ];
  const output = { text: sentence(random, 20), tokens: random.below(4000), cost: random.below(900) / 1000 };
  return ['succeeded', priority, created, 1, null, null, input, output, null, created, finished];
}

function events(population: Population): Table {
  const { random } = population;
  const names = [
    'page_view',
    'page_view',
    'page_view',
    'draft_opened',
    'draft_saved',
    'job_finished',
    'tokens_used',
    'login',
  ] as const;
  return table('metric_events', ['occurred_at', 'name', 'user_id', 'value', 'labels'])(
    population.events,
    (index) => {
      const age = (1 - index / population.events) * 365 * day;
      const occurred = new Date(population.now.getTime() - Math.floor(age));
      const labels = {
        path: `/${random.pick(words)}`,
        device: random.pick(['desktop', 'desktop', 'mobile']),
      };
      return [
        occurred,
        random.pick(names),
        userId(skewed(random, population.users)),
        random.below(100),
        labels,
      ];
    },
  );
}

/** A few people do most of the work. */
function skewed(random: Random, below: number): number {
  return Math.floor(random.next() ** 3 * below);
}

function sentence(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(words)).join(' ');
}

function table(name: string, columns: readonly string[]) {
  return (count: number, row: (index: number) => readonly Value[]): Table => ({
    name,
    columns,
    count,
    *rows() {
      for (let index = 0; index < count; index += 1) yield row(index);
    },
  });
}
