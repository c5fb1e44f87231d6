/**
 * The calendar of the newsroom: finds what a text says of time, and works out what it means. In: a
 * text or a line, and the day it is counted from. Out: {@link org.hearsay.time.TimeMention}s, and
 * the {@link org.hearsay.time.DateLine} of a line such as "Publié le 31 mai 2022 à 8h12, mis à jour
 * le 1er juin". Knows nothing of pages and articles, so that their metadata and their text are read
 * by the same rules.
 *
 * <p>A language is a folder of resources: {@code words.tsv} and {@code time.rules}, which {@code
 * RuleBook} reads. {@code FirstWords} works out which two words each pattern can begin with; {@code
 * Finder} goes through the text once, tries the few rules that can begin at each word, and keeps
 * the longest match. {@code Resolver} gives the matches their meaning from left to right ({@code
 * Sense}, {@code Dates}), with the dates mentioned before in {@code Context}, and joins ranges. The
 * words decide, not parts of speech. {@code docs/time.md} says what rules can say.
 */
@NullMarked
package org.hearsay.time;

import org.jspecify.annotations.NullMarked;
