/** Foreign gazetteers to our place files, the compact index of them, and the look-up of one name step by step. */
@NullMarked
package org.sitrep.gazetteer;

import org.jspecify.annotations.NullMarked;
