"""The report as printed: pages to look at, to click in, and to export.

faces     which font stands for each face of the Word template, and what to say when one is missing
setting   one paragraph set in lines
pages     lines on pages
sheet     one page as a widget
view      the pages, scrolled and zoomed
page      the view with its top row and what stands between the draft and the final copy
export    the way to a Word file
"""
