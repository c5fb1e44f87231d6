/** Scores the time tagger: corpora read in place, tables as TempEval-3 defines them. */
@NullMarked
package org.hearsay.train.time;

import org.jspecify.annotations.NullMarked;
