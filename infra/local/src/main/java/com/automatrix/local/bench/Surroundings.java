package com.automatrix.local.bench;

import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;

/** What every measurement works with. */
record Surroundings(Settings settings, RunningParts parts, Session session, Workflows workflows, Ends ends, int runs) {}
