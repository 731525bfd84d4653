// The keys that leave a console: Ctrl-a q; Ctrl-a Ctrl-a sends one Ctrl-a.

const CTRL_A = 0x01;
const LEAVE = 'q'.charCodeAt(0);

/** Takes typed bytes apart: what to send on, and whether to leave. The state spans calls. */
export function detachKeys(): (bytes: Buffer) => { send: Buffer; leave: boolean } {
  let armed = false;
  return (bytes) => {
    const send: number[] = [];
    for (const byte of bytes) {
      if (!armed) {
        if (byte === CTRL_A) armed = true;
        else send.push(byte);
        continue;
      }
      armed = false;
      if (byte === LEAVE) return { send: Buffer.from(send), leave: true };
      send.push(CTRL_A);
      if (byte !== CTRL_A) send.push(byte);
    }
    return { send: Buffer.from(send), leave: false };
  };
}
