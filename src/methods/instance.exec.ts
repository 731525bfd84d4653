// instance.exec: a ticket for a command in an instance.
import { method } from '../registry/method.js';
import { ticket, TERMINAL } from './present/ticket.js';

export default method('instance.exec', async ({ core, caller, request }, params) => {
  const { command, environment = {}, interactive = false, cwd = '', user, group } = params;
  const { width = TERMINAL.width, height = TERMINAL.height } = params;
  const wish = {
    kind: 'exec' as const,
    command,
    environment,
    interactive,
    cwd,
    width,
    height,
    ...(user === undefined ? {} : { user }),
    ...(group === undefined ? {} : { group }),
  };
  return ticket(await core.sessions.ask(caller, params, wish, request.base ?? ''));
});
