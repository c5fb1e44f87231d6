/**
 * Boosted decision trees, for the stages that weigh many unlike figures at once. Public for them
 * and for the trainers in hearsay-train; nobody else needs it.
 */
@NullMarked
package org.hearsay.boosting;

import org.jspecify.annotations.NullMarked;
