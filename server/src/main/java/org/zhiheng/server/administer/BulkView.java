package org.zhiheng.server.administer;

import java.util.List;

/// What is about to be done with many deadlines, before it is done, or what was refused of it.
///
/// @param what `assign` or `close`
/// @param text to whom, or why
/// @param said in a sentence
/// @param names of the deadlines, as the form sends them
/// @param rows the same, as people read them
/// @param gone names that are no longer on the docket
/// @param refused what was refused, each with its reason
/// @param done whether it was done
public record BulkView(
    String what,
    String text,
    String said,
    List<String> names,
    List<BoardView.Row> rows,
    List<String> gone,
    List<String> refused,
    boolean done) {}
