// Tables of traffic and their rows, as stored (bytes, times in ms).

export interface TrafficCountersTable {
  instance_id: number;
  /** Name of the device in the instance's configuration. */
  nic: string;
  rx_total: number;
  tx_total: number;
  /** What the host showed last. */
  rx_last: number;
  tx_last: number;
  /** Which start of the instance that was: with another one, the host counts from zero. */
  run: string;
  sampled_at: number;
}

export interface TrafficSamplesTable {
  instance_id: number;
  /** Begin of the hour. */
  hour_at: number;
  rx: number;
  tx: number;
}
