// The second half of the kinds of operations.
import { runPoints } from './points.js';

await runPoints(1);
