// Transcripts of the aarch64 API on a fake host, and when nobody may sign up.
import { join } from 'node:path';
import t from 'tap';
import { startTestApp, type TestAppOptions } from '../support/app.js';
import { no } from './aarch64/clients.js';
import { Client, runTranscripts } from './support/transcript.js';

const CAROL = { email: 'carol@example.net', password: 'a sentence nobody guesses' };

t.jobs = 2;

function closed(name: string, options: TestAppOptions, message: string, admin: boolean): void {
  void t.test(name, async (t) => {
    const app = await startTestApp(options);
    t.teardown(() => app.close());
    if (admin) await app.admin();
    await new Client(t, app.url).expect('POST /api/auth/signup', 200, no(message), { body: CAROL });
  });
}

closed(
  'SEC-12 nobody signs up before there is an administrator',
  {},
  'there is no administrator yet: register with the code that serve printed as user_code',
  false,
);
closed(
  'nobody signs up where registration is switched off',
  { flags: { disable_user_registration: 'true' } },
  'not enough access rights',
  true,
);
await runTranscripts(join(import.meta.dirname, 'aarch64'));
