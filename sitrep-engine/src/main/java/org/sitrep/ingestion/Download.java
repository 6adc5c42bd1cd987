package org.sitrep.ingestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An answer from the web, as it came.
 *
 * @param url the address asked for; it becomes the document's id, too
 * @param contentType as the server states it, or empty
 * @param body the bytes, without any coding of the transport
 * @param fetched when
 * @param publisher the outlet, where known from elsewhere
 * @param title a title known from elsewhere (a feed)
 * @param published a day of publication known from elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Download(
    String url,
    String contentType,
    byte[] body,
    Instant fetched,
    Optional<String> publisher,
    Optional<String> title,
    Optional<LocalDate> published) {}
