/** SharePoint's limits; null switches one off. All are off until somebody switches them on. */
export interface ThrottlingLimits {
  /** Resource units of one app in one minute. */
  unitsPerMinute: number | null;
  /** Resource units of all apps together in five minutes. */
  tenantUnitsPerFiveMinutes: number | null;
  /** Requests for one person in five minutes, by whatever app. */
  userRequestsPerFiveMinutes: number | null;
}

/** As SharePoint has them for an organisation of 5,001 to 15,000 licences (facts 1.8). */
export const realLimits: ThrottlingLimits = {
  unitsPerMinute: 3_750,
  tenantUnitsPerFiveMinutes: 56_250,
  userRequestsPerFiveMinutes: 3_000,
};

export const noLimits: ThrottlingLimits = {
  unitsPerMinute: null,
  tenantUnitsPerFiveMinutes: null,
  userRequestsPerFiveMinutes: null,
};
