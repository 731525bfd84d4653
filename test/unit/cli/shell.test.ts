// Sessions on the command line: what is filled in, what -t means, and the keys that leave a console.
import t from 'tap';
import { detachKeys } from '../../../src/cli/detach.js';
import { fillIn, longFlags } from '../../../src/cli/shell.js';
import type { Terminal } from '../../../src/cli/terminal.js';

function terminal(isTerminal: boolean): Terminal {
  return {
    isTerminal,
    size: () => ({ width: 111, height: 33 }),
    onResize: () => () => undefined,
    raw: () => () => undefined,
    read: () => ({ pause: () => undefined, resume: () => undefined, stop: () => undefined }),
    write: () => null,
  };
}

t.test('Ctrl-a q leaves, Ctrl-a Ctrl-a is one Ctrl-a', (t) => {
  const typed = (...parts: string[]): string => {
    const keys = detachKeys();
    return parts
      .map((text) => keys(Buffer.from(text)))
      .map(({ send, leave }) => `${send.toString()}${leave ? '!' : ''}`)
      .join('|');
  };
  t.equal(typed('abc'), 'abc');
  t.equal(typed('ab\u0001qc'), 'ab!');
  t.equal(typed('\u0001', 'q'), '|!', 'over two reads');
  t.equal(typed('\u0001\u0001q'), '\u0001q');
  t.equal(typed('\u0001x'), '\u0001x', 'anything else is sent as it was');
  t.end();
});

t.test('a terminal is used where there is one, and says its size', (t) => {
  const filled = (method: string, given: Record<string, unknown>, is: boolean): Record<string, unknown> => {
    const params = { ...given };
    fillIn(method, params, terminal(is), 'xterm');
    return params;
  };
  t.same(filled('instance.exec', {}, false), {});
  t.same(filled('instance.exec', {}, true), {
    interactive: true,
    width: 111,
    height: 33,
    environment: { TERM: 'xterm' },
  });
  t.same(filled('instance.exec', { interactive: false }, true), { interactive: false });
  t.match(filled('instance.exec', { interactive: true, width: 5, environment: { TERM: 'dumb' } }, false), {
    width: 5,
    environment: { TERM: 'dumb' },
  });
  t.same(filled('instance.console', {}, true), { width: 111, height: 33 });
  t.end();
});

t.test('-t is --interactive, but not where the command has it', (t) => {
  t.same(longFlags('instance.exec', ['web', '-t', '--', 'ls', '-t']), [
    'web',
    '--interactive',
    '--',
    'ls',
    '-t',
  ]);
  t.same(longFlags('instance.list', ['-t']), ['-t']);
  t.end();
});
