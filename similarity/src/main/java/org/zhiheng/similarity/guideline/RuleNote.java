package org.zhiheng.similarity.guideline;

import org.zhiheng.values.Citation;

/// What is said beside a rule where it does not carry the whole case: letters of one mark against
/// Chinese characters of the other.
///
/// @param id such as `pinyin-of-han`
/// @param zh in Chinese, without the last stop
/// @param en in English, without the last stop
/// @param citation what it rests on and how far that was checked
public record RuleNote(String id, String zh, String en, Citation citation) {}
