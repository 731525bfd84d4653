// One process takes about two seconds to start: the case files of this folder share a few.
import t from 'tap';
import { runCases } from './runner.js';

t.jobs = 3;
await runCases(2, 3);
