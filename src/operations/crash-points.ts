// Named places where the crash proof ends the process (GANTRY_CRASH=name:passage); inert without the variable.

/** Called at a named place; ends the process with SIGKILL at the wanted passage. */
export type CrashPoint = (name: string) => void;

/** Reads the wanted place, `name:passage`, from a text; `undefined` never crashes. */
export function crashPoints(wanted: string | undefined): CrashPoint {
  if (wanted === undefined || wanted === '') return () => undefined;
  const at = wanted.lastIndexOf(':');
  const place = at === -1 ? wanted : wanted.slice(0, at);
  const passage = at === -1 ? 1 : Number(wanted.slice(at + 1));
  let passed = 0;
  return (name) => {
    if (name !== place) return;
    passed += 1;
    if (passed === passage) process.kill(process.pid, 'SIGKILL');
  };
}
