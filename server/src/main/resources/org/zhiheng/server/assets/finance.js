// What makes the workbench of deals quicker to use. Everything works without it.
"use strict";
