/** Events and control as the day's situation report, every sentence resting on claims. */
@NullMarked
package org.sitrep.reporting;

import org.jspecify.annotations.NullMarked;
