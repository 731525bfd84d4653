// Tables of the house itself: who does what alone, who failed to log in, and single values.

export interface LeasesTable {
  name: string;
  owner: string;
  until_at: number;
}

export interface LoginAttemptsTable {
  key: string;
  failures: number;
  window_started_at: number;
  blocked_until: number;
}

export interface SettingsTable {
  key: string;
  value: string;
}
