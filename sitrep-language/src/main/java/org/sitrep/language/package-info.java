/**
 * English: from characters to tokens, sentences, tags, lemmas and dependency trees. {@link
 * org.sitrep.language.English} is the door; {@link org.sitrep.language.ParserTrainer} makes its model.
 */
@NullMarked
package org.sitrep.language;

import org.jspecify.annotations.NullMarked;
