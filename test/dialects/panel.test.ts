// Transcripts of the panel API on a fake host.
import { join } from 'node:path';
import t from 'tap';
import { runTranscripts } from './support/transcript.js';

t.jobs = 3;
await runTranscripts(join(import.meta.dirname, 'panel'));
