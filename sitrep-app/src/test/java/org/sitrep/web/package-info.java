@NullMarked
package org.sitrep.web;

import org.jspecify.annotations.NullMarked;
