/** The {@code hearsay} command: one class for each subcommand. */
@NullMarked
package org.hearsay.cli;

import org.jspecify.annotations.NullMarked;
