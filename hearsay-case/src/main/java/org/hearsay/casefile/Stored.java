package org.hearsay.casefile;

import java.time.Instant;
import org.hearsay.capture.Capture;

/** A capture with the time at which the case took it in. */
record Stored(Capture capture, Instant added) {}
