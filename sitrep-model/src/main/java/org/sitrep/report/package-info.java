/** The day's situation report: sentences that each rest on claims. */
@NullMarked
package org.sitrep.report;

import org.jspecify.annotations.NullMarked;
