"""What the window has to do with the system around it.

faults        an error nobody foresaw is told and noted
file_chooser  the desktop's own file dialog, where there is one
input_method  Chinese input without any setting
instance      a second start brings the running window forward
session_bus   what answers on the bus of the desktop
translation   Qt's own words in Chinese
"""
