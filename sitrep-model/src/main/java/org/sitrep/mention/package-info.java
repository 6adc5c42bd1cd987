/** What an article mentions, sentence by sentence: trees, names, numbers, dates. */
@NullMarked
package org.sitrep.mention;

import org.jspecify.annotations.NullMarked;
