-- An abstract is one long line.
vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.b.undo_ftplugin = 'setlocal wrap< linebreak<'

require('digestlsp').attach(vim.api.nvim_get_current_buf())
