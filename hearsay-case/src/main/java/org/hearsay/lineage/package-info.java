/**
 * Who only repeats whom. In: texts. Out: copies, exact or near, as pairs and as groups. No store
 * and no case: the batch job runs the same code.
 */
@NullMarked
package org.hearsay.lineage;

import org.jspecify.annotations.NullMarked;
