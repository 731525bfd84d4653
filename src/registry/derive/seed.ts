// The methods that the API was to have from the beginning, and whether each is there and proved on a real host.
import type { Bundle } from '../schema.js';

/** The 47 methods of the description this API was built to. */
export const SEED_METHODS: readonly string[] = [
  'certificate.list',
  'certificate.revoke',
  'config.get',
  'event.auth',
  'event.subscribe',
  'health.alive',
  'health.ready',
  'image.delete',
  'image.list',
  'image.serverList',
  'instance.action',
  'instance.add',
  'instance.get',
  'instance.list',
  'network.list',
  'pool.list',
  'profile.delete',
  'profile.list',
  'profile.update',
  'server.add',
  'server.get',
  'server.list',
  'server.verify',
  'simplestream.add',
  'simplestream.images',
  'simplestream.list',
  'simplestream.upload',
  'ssh-key.add',
  'ssh-key.delete',
  'ssh-key.get',
  'token.create',
  'token.get',
  'token.revoke',
  'user.assertionGet',
  'user.assertionVerify',
  'user.credentialDelete',
  'user.credentialGet',
  'user.credentialMake',
  'user.emailChange',
  'user.get',
  'user.login',
  'user.logout',
  'user.passwordChange',
  'user.passwordLock',
  'user.recovery',
  'user.register',
  'volume.list',
];

/** A test on a real host that names the methods it proves. */
export interface Proof {
  /** Path below the top of the repository. */
  readonly file: string;
  readonly title: string;
  readonly methods: readonly string[];
}

const TITLE = /\.test\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
const NAMES = /^([a-z-]+\.[A-Za-z.]+(?:, [a-z-]+\.[A-Za-z.]+)*): /;

/** The proofs in the source of a test file: subtests whose title begins with `method, method: `. */
export function proofsIn(file: string, source: string): Proof[] {
  return [...source.matchAll(TITLE)].flatMap(([, , text = '']) => {
    const title = text.replace(/\\(.)/g, '$1');
    const methods = NAMES.exec(title)?.[1]?.split(', ');
    return methods === undefined || title.includes('${') ? [] : [{ file, title, methods }];
  });
}

/** What is missing of the 47: contracts, their mark, and tests on a real host; one sentence each. */
export function seedFaults({ contracts }: Bundle, proofs: readonly Proof[]): string[] {
  const there = new Map(contracts.map((contract) => [contract.name, contract]));
  const proved = new Set(proofs.flatMap(({ methods }) => methods));
  const without = SEED_METHODS.filter((name) => !there.has(name));
  const unproved = SEED_METHODS.filter((name) => there.has(name) && !proved.has(name));
  const unmarked = SEED_METHODS.filter((name) => there.get(name)?.seed === false);
  const extra = contracts.filter(({ name, seed }) => seed && !SEED_METHODS.includes(name));
  return [
    ...without.map((name) => `${name}: schemas/${name}.json is missing`),
    ...unmarked.map((name) => `${name}: its contract must say "seed": true`),
    ...extra.map(({ name }) => `${name}: its contract says "seed", but it is none of the 47`),
    ...unproved.map(
      (name) => `${name}: no subtest below test/lxd or test/browser has a title that begins with "${name}: "`,
    ),
  ];
}
