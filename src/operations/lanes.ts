// Who is next: one queue per instance, in claim order; positions are visible.

/** Queues of operation numbers by lane. The first of a lane is the one that runs. */
export interface Lanes {
  push(lane: string, id: number): void;
  /** 0 runs or is about to, 1 is next; -1 when unknown. */
  position(lane: string, id: number): number;
  remove(lane: string, id: number): void;
  first(lane: string): number | undefined;
  keys(): string[];
  readonly size: number;
}

/** Makes empty lanes. */
export function createLanes(): Lanes {
  const lanes = new Map<string, number[]>();
  return {
    push: (lane, id) => {
      const queue = lanes.get(lane);
      if (queue === undefined) lanes.set(lane, [id]);
      else if (!queue.includes(id)) {
        // Numbers are given out in commit order; a wake-up may name them in another.
        const at = queue.findIndex((other, index) => index > 0 && other > id);
        if (at === -1) queue.push(id);
        else queue.splice(at, 0, id);
      }
    },
    position: (lane, id) => lanes.get(lane)?.indexOf(id) ?? -1,
    remove: (lane, id) => {
      const queue = lanes.get(lane);
      if (queue === undefined) return;
      const index = queue.indexOf(id);
      if (index !== -1) queue.splice(index, 1);
      if (queue.length === 0) lanes.delete(lane);
    },
    first: (lane) => lanes.get(lane)?.[0],
    keys: () => [...lanes.keys()],
    get size() {
      return lanes.size;
    },
  };
}
