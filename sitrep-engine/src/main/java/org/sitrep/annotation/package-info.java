/** Article to sentences with trees and mentions: the first look, with every reading kept. */
@NullMarked
package org.sitrep.annotation;

import org.jspecify.annotations.NullMarked;
