import type { Browser } from 'playwright-core';
import type { RunningSystem } from './system.ts';
import type { TenantControl } from './tenant-control.ts';

/** What each part of the bench gets. */
export interface Bench {
  browser: Browser;
  system: RunningSystem;
  control: TenantControl;
  runs: number;
  say: (line: string) => void;
}

export type Measure = (bench: Bench) => Promise<Measurement[]>;

/** One line of the results. `value`, and what it is measured `against`, are of the same unit, from the same run. */
export interface Measurement {
  name: string;
  /** Null where it could not be measured; `note` then says why. */
  value: number | null;
  unit: string;
  /** What the value is compared with, and that thing's own figure in this run; null where there is nothing to compare. */
  against: { name: string; value: number } | null;
  /** value / against. */
  ratio: number | null;
  runs: number;
  budget?: Budget;
  /** Null where there is no budget or no measurement. */
  isMet?: boolean | null;
  note?: string;
  /** Where it stands in the table of openings, which has one row an opening; without it, it has a row of its own. */
  opening?: Opening;
}

/** One way in which a page is opened, and what of it was measured. */
export interface Opening {
  row: string;
  column: 'First text' | 'Over the line' | 'Requests';
}

export interface Budget {
  of: 'value' | 'ratio';
  atMost: number;
}

interface Given {
  name: string;
  unit: string;
  value: number | null;
  against?: { name: string; value: number | null };
  runs: number;
  budget?: Budget;
  note?: string;
  opening?: Opening;
}

export function measured(given: Given): Measurement {
  const { name, unit, runs, budget, note, opening } = given;
  const value = round(given.value);
  const peer = round(given.against?.value ?? null);
  const against = given.against && peer !== null ? { name: given.against.name, value: peer } : null;
  const ratio = value !== null && against && against.value > 0 ? round(value / against.value, 3) : null;
  const judged = budget?.of === 'ratio' ? ratio : value;
  return {
    name,
    value,
    unit,
    against,
    ratio,
    runs,
    ...(budget ? { budget, isMet: judged === null ? null : judged <= budget.atMost } : {}),
    ...(note ? { note } : {}),
    ...(opening ? { opening } : {}),
  };
}

export function median(values: readonly number[]): number | null {
  return percentile(values, 0.5);
}

/** Nearest rank; `part` between 0 and 1. Null without values. */
export function percentile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (part === 0.5 && sorted.length % 2 === 0 && sorted.length > 0) {
    const half = sorted.length / 2;
    return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
  }
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? null;
}

function round(value: number | null, digits = 1): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
