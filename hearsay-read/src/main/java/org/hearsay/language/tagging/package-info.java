/**
 * The inside of the taggers: words as columns of hashes, features made of them, and a linear-chain
 * model over the features. Public for the trainers in hearsay-train, which write the models that
 * {@link org.hearsay.language.LanguageAnalyser} reads; nobody else needs it.
 */
@NullMarked
package org.hearsay.language.tagging;

import org.jspecify.annotations.NullMarked;
