// The conformance suite on the fake host: https, unix socket, and Incus.
import t from 'tap';
import { createLxdProvider } from '../../../src/providers/lxd/provider.js';
import { selfSigned } from '../../support/certificates.js';
import { conformance } from '../../support/conformance.js';
import { FakeHost, type FakeHostOptions } from '../../support/fake-host.js';

const KINDS: FakeHostOptions[] = [{ kind: 'https' }, { kind: 'unix' }, { kind: 'https', flavour: 'incus' }];

for (const options of KINDS) {
  await t.test(`conformance on ${options.kind} ${options.flavour ?? 'lxd'}`, async (t) => {
    await conformance(t, async () => {
      const identity = await selfSigned();
      const fake = await FakeHost.start({
        ...options,
        trusted: [identity.fingerprint],
        instances: ['other:running'],
      });
      const provider = createLxdProvider({ identity, timeouts: { backoff: 5 } });
      return {
        host: provider.open(fake.endpoint),
        prefix: 'c',
        breakEvents: () => fake.events.disconnect(),
        done: () => fake.stop(),
      };
    });
  });
}
