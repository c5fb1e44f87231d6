/**
 * Time expressions. In: an {@link org.hearsay.language.AnnotatedText} and the day of publication.
 * Out: {@link org.hearsay.reading.TimeExpression}s. "mardi dernier", read on 2022-05-31, is {@code
 * DATE 2022-05-24}.
 *
 * <p>A language is a folder of resources: {@code words.tsv} and {@code time.rules}, which {@code
 * RuleBook} reads. {@code FirstWords} works out which two words each pattern can begin with; {@code
 * Finder} goes through the text once, tries the few rules that can begin at each word, and keeps
 * the longest match. {@code Resolver} gives the matches their meaning from left to right ({@code
 * Sense}, {@code Dates}), with the dates mentioned before in {@code Context}, and joins ranges. The
 * words decide, not parts of speech. {@code docs/time.md} says what rules can say.
 */
@NullMarked
package org.hearsay.reading.time;

import org.jspecify.annotations.NullMarked;
