vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { '*.digest', '*.digest.txt' },
  callback = function(event)
    vim.bo[event.buf].filetype = 'digest'
  end,
})

-- Text that opens with a digest's banner is one whatever its name; a new file is looked at when it is written.
vim.api.nvim_create_autocmd({ 'BufRead', 'BufWritePost' }, {
  pattern = '*.txt',
  callback = function(event)
    require('digestlsp').detect_banner(event.buf)
  end,
})
