package org.zhiheng.jobs.examine.desk;

import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.jobs.examine.Bookmark;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.jobs.examine.GoodsEditions;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.jobs.examine.Watches;

/// What the job examine keeps.
///
/// @param feed the marks in the order they changed
/// @param bookmark how far the index has followed
/// @param figureBookmark how far attached pictures are filed
/// @param examinations that were kept
/// @param editions of the goods table
/// @param figures the features of pictures
/// @param watches names that are watched
/// @param answers of those whose filings were looked at
public record ExamineStores(
    MarkFeed feed,
    Bookmark bookmark,
    Bookmark figureBookmark,
    Examinations examinations,
    GoodsEditions editions,
    FigureFiles figures,
    Watches watches,
    Answers answers) {}
