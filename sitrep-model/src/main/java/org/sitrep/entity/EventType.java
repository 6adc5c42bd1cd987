package org.sitrep.entity;

/**
 * A kind of happening, with its codes in the field's ontologies.
 *
 * @param id as in the codebook ("ground_attack")
 * @param label for people ("ground attack")
 * @param family types of one family can be about one happening ("fight")
 * @param acledEvent ACLED event type, or empty where ACLED has none
 * @param acledSubEvent ACLED sub-event type, or empty
 * @param plover PLOVER event type, or empty
 * @param cameo CAMEO code, or empty
 */
public record EventType(
    String id,
    String label,
    String family,
    String acledEvent,
    String acledSubEvent,
    String plover,
    String cameo) {}
