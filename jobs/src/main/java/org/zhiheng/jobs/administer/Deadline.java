package org.zhiheng.jobs.administer;

import java.util.Optional;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Question;
import org.zhiheng.values.EventId;

/// One deadline of a right, where it stands on a day.
///
/// @param key what tells it from all others of the right, the same as long as its event stands:
///   `cn.patent.oa-first-reply/E12`, `cn.patent.annuity/5`
/// @param question what was asked of the rule
/// @param answer the dates and how they were counted
/// @param who whose act is awaited: `applicant`, `owner`, `office` …
/// @param trigger the event that started it; none where a missed deadline did
/// @param parent the key of the missed deadline that opened it
/// @param patentYear the year an annual fee is for
/// @param state what became of it
/// @param beforeRecord whether it is missed, and was over before the first event of the right was
///   recorded here, so that an act may well have been done and not be told
public record Deadline(
    String key,
    Question question,
    Answer answer,
    String who,
    Optional<EventId> trigger,
    Optional<String> parent,
    Optional<Integer> patentYear,
    State state,
    boolean beforeRecord) {}
