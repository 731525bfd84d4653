// The crash proof: dies at every named place once, then at random moments while eight clients act.
import { setTimeout as pause } from 'node:timers/promises';
import { importBusybox, type LxdDaemon, startLxd } from '../../support/lxd.js';
import { check, settled } from './check.js';
import { type House, startHouse } from './house.js';
import { type Lifecycle, watchLifecycle } from './lifecycle.js';
import { allPoints, type Point, PointWork } from './points.js';
import { random } from './random.js';
import { openReader, type Reader } from './reader.js';
import { startWorkload } from './workload.js';

/** A house beside a real LXD, watched from both sides. */
export interface Stage {
  daemon: LxdDaemon;
  house: House;
  lifecycle: Lifecycle;
  readers: Reader[];
  server_id: number;
  close(): Promise<void>;
}

/** Builds a stage: daemon, image, house, the server added over its socket, a reader of each form. */
export async function startStage(name: string): Promise<Stage> {
  const daemon = await startLxd({ name });
  const undo: (() => Promise<void> | void)[] = [() => daemon.stop()];
  const close = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  try {
    await importBusybox(daemon);
    const house = await startHouse({ SERVERS_SOCKETS: daemon.socket });
    undo.push(() => house.close());
    const answer = await house
      .client()
      .request('server.add', { server_path: daemon.socket, server_name: name });
    const server_id = Array.isArray(answer.data) ? 0 : (answer.data.id ?? 0);
    const lifecycle = await watchLifecycle(daemon.socket);
    undo.push(() => lifecycle.close());
    const readers = (['json', 'msgpack'] as const).map((format) =>
      openReader({ name: `${format} reader`, url: house.url, token: house.token, format }),
    );
    undo.push(() => readers.forEach((reader) => reader.close()));
    return { daemon, house, lifecycle, readers, server_id, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a run found. */
export interface Finding {
  /** What the run did, for people. */
  title: string;
  faults: string[];
}

const CLIENTS = 8;

/** Dies once at each point; tells of each as soon as it is known. */
export async function crashAtPoints(
  stage: Stage,
  points: readonly Point[] = allPoints(),
  tell: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const { house } = stage;
  const work = new PointWork(() => house.client(), stage.server_id);
  const findings: Finding[] = [];
  let set = '';
  for (const [index, point] of points.entries()) {
    const { place, kind } = point;
    const title = place.startsWith('finish') ? `${place} of ${kind}` : place;
    const faults: string[] = [];
    await work.prepare(kind);
    if (set !== place) {
      await house.kill9();
      await house.start(`${place}:1`);
    }
    const sent = work.send(point);
    sent.catch(() => undefined);
    const died = await Promise.race([house.gone().then(() => true), pause(15_000, false, { ref: false })]);
    if (!died) {
      faults.push('the process did not come past this place');
      await house.kill9();
    }
    // Taking up the work of one kind does not come past another's places, so the next one can be set already.
    const next = points[index + 1];
    set = next === undefined || next.place.startsWith('finish') || next.kind === kind ? '' : next.place;
    await house.start(set === '' ? undefined : `${set}:1`);
    await sent.catch((error: unknown) => faults.push(`the call was not answered: ${String(error)}`));
    faults.push(...(await settled(house)));
    if (faults.length === 0) faults.push(...(await check({ ...stage, acknowledged: work.acknowledged })));
    const finding = { title, faults };
    findings.push(finding);
    tell(finding);
    // What is wrong now stays wrong: every later point would only repeat it.
    if (faults.length > 0) break;
  }
  return findings;
}

/** Kills the process at random moments while clients act. */
export async function crashAtRandom(
  stage: Stage,
  options: { seed: number; kills: number },
  tell: (finding: Finding) => void = () => undefined,
): Promise<Finding & { calls: number; acknowledged: number }> {
  const { house } = stage;
  const choice = random(options.seed);
  const times = choice.fork();
  let kills = 0;
  const workload = startWorkload(house.client(), choice, {
    server_id: stage.server_id,
    clients: CLIENTS,
    tag: 'c',
    // Deep queues at first, in which one operation waits behind another; then short ones, in which most is at work.
    follow: () => (kills % 20 < 8 ? 0.15 : 0.85),
  });
  try {
    while (kills < options.kills && workload.faults.length === 0) {
      await pause(times.between(0, 1_500));
      await house.kill9();
      kills += 1;
      // Now and then it dies before it listens, in the middle of taking up its work.
      if (kills < options.kills && times.next() < 0.15) {
        const dying = house.start().catch(() => undefined);
        await pause(times.between(150, 600));
        await house.kill9();
        await dying;
        kills += 1;
      }
      await house.start();
      if (kills % 20 === 0) tell({ title: `${kills} kills, ${workload.calls} calls`, faults: [] });
    }
    await pause(1_000);
  } finally {
    await workload.stop();
  }
  const faults = [...workload.faults, ...(await settled(house))];
  if (faults.length === 0) faults.push(...(await check({ ...stage, acknowledged: workload.acknowledged })));
  const acknowledged = workload.acknowledged.filter(({ operation_id }) => operation_id > 0).length;
  const title = `${kills} random kills, ${workload.calls} calls of ${CLIENTS} clients, ${acknowledged} operations`;
  const finding = { title, faults, calls: workload.calls, acknowledged };
  tell(finding);
  return finding;
}
