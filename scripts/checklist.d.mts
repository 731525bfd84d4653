// Types of checklist.mjs, for its test.
export interface Requirement {
  readonly section: string;
  readonly id: string;
  readonly level: string;
  readonly promise: string;
}
export interface Titled {
  readonly title: string;
  readonly result: 'passed' | 'failed' | 'skipped';
}
export function requirements(text: string): Requirement[];
export function written(folder?: string): Map<string, Set<string>>;
export function standing(
  row: Requirement,
  results: Readonly<Record<string, readonly Titled[]>>,
  files: ReadonlyMap<string, ReadonlySet<string>>,
): { tests: readonly Titled[]; result: string; broken: boolean };
