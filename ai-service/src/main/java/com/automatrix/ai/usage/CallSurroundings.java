package com.automatrix.ai.usage;

import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Where time and ids come from. */
@Component
record CallSurroundings(Ids ids, InstantSource clock) {}
