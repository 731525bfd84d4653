// The Host interface over one client: each method is one or a few requests, written in the files beside this one.
import type { Endpoint, Host } from '../provider.js';
import { bgpCalls } from './bgp.js';
import { certificateCalls } from './certificates.js';
import { Client } from './client.js';
import { watch } from './events.js';
import { readFacts } from './facts.js';
import { fileCalls } from './files.js';
import { imageCalls } from './images.js';
import * as instances from './instances.js';
import { networkCalls } from './networks.js';
import { cancel, idle, ProgressBoard } from './operations.js';
import { profileCalls } from './profiles.js';
import { sessionCalls } from './sessions.js';
import type { Settings } from './settings.js';
import { snapshotCalls } from './snapshots.js';
import { storageCalls } from './storage.js';
import { trafficCalls } from './traffic.js';
import { usageCalls } from './usage.js';
import type { Watch } from '../provider.js';

/** Opens a host; no connection is made before the first call. */
export function openHost(endpoint: Endpoint, settings: Settings, connectTo?: () => Promise<string>): Host {
  const client = new Client(endpoint, settings, connectTo);
  const board = new ProgressBoard();
  const waitSeconds = settings.timeouts.wait_s;
  const context: instances.Context = { client, board, waitSeconds };
  const sessions = sessionCalls(context, settings);
  const watches = new Set<Watch>();
  return {
    facts: () => readFacts(client, endpoint),
    instances: () => instances.listInstances(context),
    instance: (ref) => instances.readInstance(context, ref),
    create: (ref, spec, hooks) => instances.createInstance(context, ref, spec, hooks),
    setState: async (ref, action, options, hooks) => {
      if (action === 'stop' || action === 'restart') await sessions.leave(ref);
      await instances.setInstanceState(context, ref, action, options, hooks);
    },
    update: (ref, spec, hooks) => instances.updateInstance(context, ref, spec, hooks),
    delete: async (ref, hooks) => {
      await sessions.leave(ref);
      await instances.deleteInstance(context, ref, hooks);
    },
    exec: (ref, command, hooks) => instances.execInstance(context, ref, command, hooks),
    idle: (ref, signal) => idle(client, ref, waitSeconds, signal),
    cancel: (hostOperation) => cancel(client, hostOperation),
    ...imageCalls(context),
    ...profileCalls(context),
    ...certificateCalls(context),
    ...fileCalls(context),
    openExec: (...given) => sessions.openExec(...given),
    openConsole: (...given) => sessions.openConsole(...given),
    ...networkCalls(context),
    ...bgpCalls(context),
    ...storageCalls(context),
    ...snapshotCalls(context),
    ...trafficCalls(context),
    ...usageCalls(context),
    watch: (listener) => {
      const opened = watch(client, board, settings, {
        up: () => listener.up(),
        event: (event) => {
          sessions.heard(event);
          listener.event(event);
        },
        down: (code, reason) => listener.down(code, reason),
      });
      watches.add(opened);
      return {
        close: () => {
          watches.delete(opened);
          opened.close();
        },
      };
    },
    close: async () => {
      for (const opened of watches) opened.close();
      watches.clear();
      sessions.close();
      await client.close();
    },
  };
}
