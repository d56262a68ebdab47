/** Runs a script's work. What fails is told in a line, not as a stack: it is mostly a wrong argument or a busy port. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    console.error(explain(thrown));
    process.exitCode = 1;
  }
}

/** The message of a thrown error; Node's for a refused connection to several addresses is empty. */
export function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'Something failed without saying what.';
  const code = 'code' in thrown ? String(thrown.code) : '';
  if (code === 'EADDRINUSE') return `${thrown.message}. Give another --port, or end the program that has it.`;
  if (code === '42P01')
    return `${thrown.message}. Apply the migrations of prisma/ first: npx prisma migrate deploy`;
  return thrown.message === '' ? `It failed: ${code}` : thrown.message;
}
